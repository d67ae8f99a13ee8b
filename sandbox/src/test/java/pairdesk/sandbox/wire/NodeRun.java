package pairdesk.sandbox.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs a script with Node in a folder under {@code src/test/node}, or says loudly that it is left
 * out.
 */
public record NodeRun(Path folder) {
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\..*", Pattern.DOTALL);
  private static final int OLDEST_MAJOR = 20;
  private static final int OLDEST_MINOR = 10;

  /** For scripts that need nothing but Node. */
  public static NodeRun in(String folder) {
    assumeTrue(
        isThere(),
        "LEFT OUT: needs Node 20.10 or newer on the PATH, see https://nodejs.org/en/download");
    return new NodeRun(Path.of("src/test/node", folder).toAbsolutePath());
  }

  /** For scripts whose packages must be installed in their folder. */
  public static NodeRun withPackages(String folder) {
    NodeRun run = in(folder);
    assumeTrue(
        Files.isDirectory(run.folder().resolve("node_modules")),
        "LEFT OUT: npm packages are not installed; run: npm ci --prefix sandbox/src/test/node/"
            + folder);
    return run;
  }

  /** Gives what the script printed; fails unless it ends with 0. */
  public String run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(10, TimeUnit.SECONDS), "still running: " + command);
    assertEquals(0, process.exitValue(), output);
    return output;
  }

  private static boolean isThere() {
    try {
      Process process = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher version = VERSION.matcher(output);
      return version.matches()
          && isNewEnough(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isNewEnough(int major, int minor) {
    return major > OLDEST_MAJOR || (major == OLDEST_MAJOR && minor >= OLDEST_MINOR);
  }
}
