package pairdesk.bot.app;

import org.jspecify.annotations.Nullable;
import pairdesk.bot.notify.Notices;
import pairdesk.engine.notice.Notice;

/** Takes notices before the notifier is there, and drops them. */
final class LateNotices implements Notices {
  private volatile @Nullable Notices real;

  void connect(Notices notices) {
    real = notices;
  }

  @Override
  public void tell(Notice notice) {
    Notices now = real;
    if (now != null) {
      now.tell(notice);
    }
  }
}
