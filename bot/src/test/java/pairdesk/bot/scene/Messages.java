package pairdesk.bot.scene;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import pairdesk.bot.console.Answer;
import pairdesk.bot.notify.Loudness;
import pairdesk.bot.notify.Messenger;

/** Keeps what was posted; can be down. */
public final class Messages implements Messenger {
  /** One thing done: a post, an edit or a reaction, to a message that the test can name. */
  public record Done(
      String kind, String channel, String message, Answer.Reply reply, Loudness how) {}

  public final List<Done> done = new CopyOnWriteArrayList<>();
  public final List<String> reactions = new CopyOnWriteArrayList<>();

  public final List<String> pinned = new CopyOnWriteArrayList<>();

  /** Ids of messages that somebody has deleted. */
  public final List<String> gone = new CopyOnWriteArrayList<>();

  public volatile boolean down;
  private int next;

  @Override
  public synchronized Optional<String> post(String channel, Answer.Reply message, Loudness how) {
    if (down) {
      return Optional.empty();
    }
    next++;
    done.add(new Done("post", channel, "m" + next, message, how));
    return Optional.of("m" + next);
  }

  @Override
  public boolean edit(String channel, String messageId, Answer.Reply message) {
    if (down || gone.contains(messageId)) {
      return false;
    }
    done.add(new Done("edit", channel, messageId, message, Loudness.USUAL));
    return true;
  }

  @Override
  public void pin(String channel, String messageId) {
    pinned.add(messageId);
  }

  @Override
  public void react(String channel, String messageId, String emoji) {
    reactions.add(messageId + emoji);
  }
}
