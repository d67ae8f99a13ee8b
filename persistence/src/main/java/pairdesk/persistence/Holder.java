package pairdesk.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who holds a lease, as text: a name for people, and where the system tells it, what identifies the
 * process for ever: this start of the machine, the space that its number counts in (a container has
 * its own), the number, and when it began. So the next process on the same machine need not wait
 * for the lease of a killed one to run out; one elsewhere knows nothing and waits.
 *
 * <p>Example: {@code process 4711 @ 1f0c…/pid:[4026531836]/4711/88123}.
 */
public final class Holder {
  private static final Path PROC = Path.of("/proc");
  private static final Pattern TEXT = Pattern.compile("(.*?) @ ([^/]+/[^/]+)/(\\d+)/(\\d+)");

  /** In {@code /proc/N/stat}, counted after the name in brackets: state first, start later. */
  private static final int START_FIELD = 19;

  private Holder() {}

  /** This process. */
  public static String ofThisProcess() {
    long pid = ProcessHandle.current().pid();
    String name = "process " + pid;
    Optional<String> start = start(pid);
    Optional<String> place = place();
    return start.isPresent() && place.isPresent()
        ? name + " @ " + place.get() + "/" + pid + "/" + start.get()
        : name;
  }

  /** What people read. */
  static String name(String holder) {
    Matcher parts = TEXT.matcher(holder);
    return parts.matches() ? parts.group(1) : holder;
  }

  /**
   * Whether that very process has ended, for certain; false where that cannot be known from here.
   */
  static boolean isDead(String holder) {
    Matcher parts = TEXT.matcher(holder);
    if (!parts.matches() || !place().equals(Optional.of(parts.group(2)))) {
      return false;
    }
    return !start(Long.parseLong(parts.group(3))).equals(Optional.of(parts.group(4)));
  }

  /** That very process, when it lives and can be seen from here. */
  static Optional<ProcessHandle> process(String holder) {
    Matcher parts = TEXT.matcher(holder);
    if (!parts.matches() || !place().equals(Optional.of(parts.group(2)))) {
      return Optional.empty();
    }
    long pid = Long.parseLong(parts.group(3));
    return start(pid).equals(Optional.of(parts.group(4)))
        ? ProcessHandle.of(pid)
        : Optional.empty();
  }

  private static Optional<String> place() {
    try {
      String boot = Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
      return Optional.of(
          boot + "/" + Files.readSymbolicLink(PROC.resolve("self/ns/pid")).getFileName());
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  /** When the process of this number began, in the system's ticks; empty when it has ended. */
  private static Optional<String> start(long pid) {
    try {
      String stat = Files.readString(PROC.resolve(pid + "/stat"));
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
      boolean ended = fields.getFirst().equals("Z") || fields.getFirst().equals("X");
      return ended ? Optional.empty() : Optional.of(fields.get(START_FIELD));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
