package pairdesk.bot.discord;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pairdesk.bot.console.Answer;
import pairdesk.bot.notify.Loudness;
import pairdesk.bot.notify.Messenger;

/** The bot, once it is there. */
final class Late implements Messenger {
  volatile @Nullable Messenger real;

  private Messenger real() {
    Messenger now = real;
    if (now == null) {
      throw new IllegalStateException("the bot is not there yet");
    }
    return now;
  }

  @Override
  public Optional<String> post(String channel, Answer.Reply message, Loudness how) {
    return real().post(channel, message, how);
  }

  @Override
  public boolean edit(String channel, String messageId, Answer.Reply message) {
    return real().edit(channel, messageId, message);
  }

  @Override
  public void pin(String channel, String messageId) {
    real().pin(channel, messageId);
  }

  @Override
  public void react(String channel, String messageId, String emoji) {
    real().react(channel, messageId, emoji);
  }
}
