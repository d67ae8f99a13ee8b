package pairdesk.bot.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where each thread of this process stands, virtual ones too, as a file in the data folder: what is
 * needed to find out why a desk stood still, and gone once it was restarted. The last ten are kept.
 */
final class ThreadsFile {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadsFile.class);
  private static final int KEPT = 10;

  private final Path folder;
  private final InstantSource clock;

  ThreadsFile(Path folder, InstantSource clock) {
    this.folder = folder.toAbsolutePath();
    this.clock = clock;
  }

  /** The file; empty where it cannot be written, which is logged. */
  synchronized Optional<Path> write() {
    String time = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString().replace(':', '-');
    Path file = folder.resolve("threads-" + time + ".txt");
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(file);
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
      forgetOld();
      return Optional.of(file);
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("file", file).setCause(e).log("the threads cannot be written");
      return Optional.empty();
    }
  }

  private void forgetOld() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(ThreadsFile::isOurs).sorted().toList();
    }
    for (Path old : files.subList(0, Math.max(0, files.size() - KEPT))) {
      Files.deleteIfExists(old);
    }
  }

  private static boolean isOurs(Path file) {
    return file.getFileName().toString().matches("threads-.*Z\\.txt");
  }
}
