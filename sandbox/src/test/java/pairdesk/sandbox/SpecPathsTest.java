package pairdesk.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** Every path that the venues publish is answered, or left out with a reason. */
class SpecPathsTest {
  private static final Path SPECS =
      Path.of(System.getProperty("pairdesk.shared", "../../shared"), "data", "specs");
  private static final Pattern PATH = Pattern.compile("^ {2}(?<path>/\\S*):\\s*$");
  private static final Pattern METHOD =
      Pattern.compile("^ {4}(?<method>get|post|put|delete):\\s*$");
  private static final Pattern LEFT_OUT =
      Pattern.compile("^(?<call>\\S+ (GET|POST|PUT|DELETE) \\S+) {2,}(?<reason>\\S.*)$");
  private static final MediaType JSON = MediaType.get("application/json");

  @Test
  void everyPublishedPathIsAnsweredOrLeftOutWithAReason() throws IOException {
    assumeTrue(
        Files.isDirectory(SPECS), "LEFT OUT: no published contracts in " + SPECS.toAbsolutePath());
    var missing = new TreeSet<String>();
    try (var rig = new SandboxRig(22)) {
      for (var service : services(rig.sandbox).entrySet()) {
        List<String> calls = calls(service.getKey());
        List<String> unanswered = new ArrayList<>();
        for (String call : calls) {
          if (!isAnswered(rig, service.getValue(), call)) {
            unanswered.add(service.getKey() + " " + call);
          }
        }
        System.out.printf(
            "%s: %d of %d published calls are answered%n",
            service.getKey(), calls.size() - unanswered.size(), calls.size());
        assertFalse(calls.isEmpty(), service.getKey());
        missing.addAll(unanswered);
      }
    }
    assertEquals(lines(leftOut().keySet()), lines(missing));
  }

  private static String lines(Iterable<String> calls) {
    return String.join("\n", calls);
  }

  private static Map<String, String> services(Sandbox sandbox) {
    return Map.of(
        "kalshi-openapi-3.25.0", sandbox.kalshi().restUrl(),
        "polymarket-clob-openapi", sandbox.polymarket().clobUrl(),
        "polymarket-gamma-openapi", sandbox.polymarket().gammaUrl(),
        "polymarket-data-openapi", sandbox.polymarket().dataUrl());
  }

  /** {@code GET /markets/{ticker}} and so on, in the order of the file. */
  private static List<String> calls(String spec) throws IOException {
    var calls = new ArrayList<String>();
    boolean inPaths = false;
    String path = "";
    for (String line : Files.readAllLines(SPECS.resolve(spec + ".yaml"))) {
      Matcher named = PATH.matcher(line);
      Matcher method = METHOD.matcher(line);
      if (line.matches("^\\S.*")) {
        inPaths = line.startsWith("paths:");
      } else if (inPaths && named.matches()) {
        path = named.group("path");
      } else if (inPaths && method.matches()) {
        calls.add(method.group("method").toUpperCase(Locale.ROOT) + " " + path);
      }
    }
    return calls;
  }

  /** Whatever it is answered, the server knows the path. */
  private static boolean isAnswered(SandboxRig rig, String base, String call) throws IOException {
    String method = call.substring(0, call.indexOf(' '));
    String path = call.substring(call.indexOf(' ') + 1).replaceAll("\\{\\w+}", "1");
    RequestBody body = method.equals("GET") ? null : RequestBody.create("{}", JSON);
    Request request = new Request.Builder().url(base + path).method(method, body).build();
    try (Response response = rig.http.newCall(request).execute()) {
      return response.header("Sandbox-Missing") == null;
    }
  }

  private static Map<String, String> leftOut() throws IOException {
    var reasons = new TreeMap<String, String>();
    try (var file = SpecPathsTest.class.getResourceAsStream("/left-out.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(l -> !l.startsWith("#") && !l.isBlank()).toList()) {
        Matcher matcher = LEFT_OUT.matcher(line);
        assertTrue(matcher.matches(), "a call, two blanks, a reason: " + line);
        reasons.put(matcher.group("call"), matcher.group("reason"));
      }
    }
    return reasons;
  }
}
