package pairdesk.bot.notify;

import pairdesk.engine.notice.Notice;

/** Takes what people are to be told. Returns at once; the engine thread calls it. */
public interface Notices {
  void tell(Notice notice);
}
