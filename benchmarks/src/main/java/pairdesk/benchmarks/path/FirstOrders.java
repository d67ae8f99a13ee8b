package pairdesk.benchmarks.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The first order of new processes, some of which have rehearsed. */
final class FirstOrders {
  private static final String HEAD =
      """
      | new process | first order arrived, µs | steady, µs | first to steady |
      |---|---:|---:|---:|
      """;

  private FirstOrders() {}

  /** What one process printed, in nanoseconds. */
  private record Run(long first, long steady) {}

  static String run(int processes, FirstOrder.Length length) {
    var bare = new FirstOrder.Length(0, length.between(), length.steady());
    var text = new StringBuilder(HEAD);
    text.append(row("has traded nothing", processes, bare));
    text.append(row("has rehearsed " + length.rehearsed() + " orders", processes, length));
    return text.toString();
  }

  private static String row(String name, int processes, FirstOrder.Length length) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < processes; i++) {
      runs.add(run(length));
    }
    long first = median(runs.stream().map(Run::first).toList());
    long steady = median(runs.stream().map(Run::steady).toList());
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %.1fx |%n",
        name,
        TimesTable.micros(first),
        TimesTable.micros(steady),
        (double) first / steady);
  }

  private static long median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** On the classes of this process. */
  private static Run run(FirstOrder.Length length) {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dslf4j.internal.verbosity=ERROR");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(FirstOrder.class.getName());
    command.add(Integer.toString(length.rehearsed()));
    command.add(Integer.toString(length.between()));
    command.add(Integer.toString(length.steady()));
    try {
      Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the process for a first order failed: " + said);
      }
      String[] numbers = said.trim().split(" ", -1);
      return new Run(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a process ran", e);
    }
  }
}
