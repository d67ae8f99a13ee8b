package pairdesk.bot.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.console.Answer;
import pairdesk.bot.notify.Loudness;
import pairdesk.bot.notify.Messenger;

/** Stands in for the messenger until Discord is connected: what is posted before is not posted. */
final class LateMessenger implements Messenger {
  private volatile @Nullable Messenger real;

  void connect(Messenger messenger) {
    real = messenger;
  }

  @Override
  public Optional<String> post(String channel, Answer.Reply message, Loudness how) {
    Messenger now = real;
    return now == null ? Optional.empty() : now.post(channel, message, how);
  }

  @Override
  public void pin(String channel, String messageId) {
    Messenger now = real;
    if (now != null) {
      now.pin(channel, messageId);
    }
  }

  @Override
  public boolean edit(String channel, String messageId, Answer.Reply message) {
    Messenger now = real;
    return now != null && now.edit(channel, messageId, message);
  }

  @Override
  public void react(String channel, String messageId, String emoji) {
    Messenger now = real;
    if (now != null) {
      now.react(channel, messageId, emoji);
    }
  }
}
