package pairdesk.bot.app;

import java.util.concurrent.CountDownLatch;

/** How the process comes to its end: because somebody wants it, or because it must not go on. */
final class Ending {
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile boolean failed;

  /** Something without which the desk must not trade is gone. */
  void failed() {
    failed = true;
    over.countDown();
  }

  void closed() {
    over.countDown();
  }

  /** Waits; false when it has failed. */
  boolean await() throws InterruptedException {
    over.await();
    return !failed;
  }
}
