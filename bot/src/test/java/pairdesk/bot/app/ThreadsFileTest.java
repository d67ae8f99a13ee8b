package pairdesk.bot.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadsFileTest {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private Instant now = START;

  @Test
  void saysWhereAVirtualThreadWaits() throws IOException, InterruptedException {
    var waits = new CountDownLatch(1);
    var may = new CountDownLatch(1);
    Thread thread = Thread.ofVirtual().name("waits-for-ever").start(() -> waitFor(waits, may));
    waits.await();
    Path file = new ThreadsFile(folder, () -> now).write().orElseThrow();
    may.countDown();
    thread.join();
    assertEquals(folder.resolve("threads-2026-11-20T10-00-00Z.txt"), file);
    String text = Files.readString(file);
    assertTrue(text.contains("waits-for-ever"), text);
    assertTrue(text.contains("ThreadsFileTest.waitFor"), text);
  }

  private static void waitFor(CountDownLatch waits, CountDownLatch may) {
    try {
      waits.countDown();
      may.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void keepsTheLastTenAndNothingElseIsTouched() throws IOException {
    Path other = Files.writeString(folder.resolve("opinions.jsonl"), "kept");
    var threads = new ThreadsFile(folder, () -> now);
    for (int minute = 0; minute < 12; minute++) {
      now = START.plusSeconds(60L * minute);
      threads.write();
    }
    try (var files = Files.list(folder)) {
      assertEquals(11, files.count());
    }
    assertTrue(Files.exists(other));
    assertFalse(Files.exists(folder.resolve("threads-2026-11-20T10-01-00Z.txt")));
    assertTrue(Files.exists(folder.resolve("threads-2026-11-20T10-02-00Z.txt")));
  }

  @Test
  void aFolderThatCannotBeMadeIsNoReasonToFail() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertEquals(Optional.empty(), new ThreadsFile(file.resolve("below"), () -> now).write());
  }
}
