package pairdesk.bot.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import pairdesk.sandbox.demo.DemoFailure;
import pairdesk.sandbox.demo.Patience;

/** A page in Chromium, used by mouse and keyboard. */
final class BrowserPage implements AutoCloseable {
  private static final int MARGIN = 8;
  private static final Duration SOON = Duration.ofSeconds(30);

  private final DevTools tools;
  private final String session;

  private BrowserPage(DevTools tools, String session) {
    this.tools = tools;
    this.session = session;
  }

  static BrowserPage open(URI browser, String url, int width, int height) {
    var tools = new DevTools(browser);
    String target =
        tools.call("", "Target.createTarget", Map.of("url", url)).path("targetId").asText();
    String session =
        tools
            .call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asText();
    var page = new BrowserPage(tools, session);
    page.resize(width, height, 1);
    return page;
  }

  private JsonNode call(String method, Map<String, ?> parameters) {
    return tools.call(session, method, parameters);
  }

  /** Value of an expression; a string literal in it is made by {@link #quoted}. */
  JsonNode evaluate(String expression) {
    JsonNode said =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (said.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + said.path("exceptionDetails"));
    }
    return said.path("result").path("value");
  }

  static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }

  void await(String what, String condition, Duration limit) {
    try {
      Patience.untilTrue(what, limit, () -> evaluate("!!(" + condition + ")").asBoolean());
    } catch (DemoFailure e) {
      throw new AssertionError("in vain: " + what + "\n" + text(), e);
    }
  }

  boolean isThere(String selector) {
    return evaluate("document.querySelector(" + quoted(selector) + ") !== null").asBoolean();
  }

  void awaitElement(String selector) {
    Patience.untilTrue(selector, SOON, () -> isThere(selector));
  }

  /** Brings an element into view, as soon as it is there, and gives where its middle is. */
  JsonNode show(String selector) {
    awaitElement(selector);
    return evaluate(
        """
        (() => {
          const element = document.querySelector(%s);
          element.scrollIntoView({block: "center"});
          const box = element.getBoundingClientRect();
          return {x: box.x + box.width / 2, y: box.y + box.height / 2};
        })()\
        """
            .formatted(quoted(selector)));
  }

  void click(String selector) {
    JsonNode at = show(selector);
    for (String type : new String[] {"mousePressed", "mouseReleased"}) {
      call(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              at.path("x").asDouble(),
              "y",
              at.path("y").asDouble(),
              "button",
              "left",
              "clickCount",
              1));
    }
  }

  void type(String selector, String text) {
    click(selector);
    call("Input.insertText", Map.of("text", text));
  }

  void pressEnter() {
    for (String type : new String[] {"keyDown", "keyUp"}) {
      call(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", "Enter", "code", "Enter", "windowsVirtualKeyCode", 13));
    }
  }

  /** The whole text that a person reads. */
  String text() {
    return evaluate("document.body.innerText").asText();
  }

  /** Only the page in front is painted, and loads the pictures that come into view. */
  void toFront() {
    call("Page.bringToFront", Map.of());
  }

  /** Makes the window so large, and everything in it smaller. */
  void resize(int width, int height, double scale) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", scale, "mobile", false));
  }

  void screenshot(Path file) throws IOException {
    String png = call("Page.captureScreenshot", Map.of("format", "png")).path("data").asText();
    Files.write(file, Base64.getDecoder().decode(png));
  }

  /**
   * A picture of one element, with a little around it.
   *
   * @param element an expression
   */
  void screenshot(Path file, String element) throws IOException {
    evaluate(element + ".scrollIntoView({block: 'center'})");
    JsonNode box =
        evaluate(
            """
            (() => {
              const box = %s.getBoundingClientRect();
              return {x: box.x, y: box.y, width: box.width, height: box.height};
            })()\
            """
                .formatted(element));
    Map<String, Object> clip =
        Map.of(
            "x",
            Math.max(0, box.path("x").asDouble() - MARGIN),
            "y",
            Math.max(0, box.path("y").asDouble() - MARGIN),
            "width",
            box.path("width").asDouble() + 2 * MARGIN,
            "height",
            box.path("height").asDouble() + 2 * MARGIN,
            "scale",
            1);
    String png =
        call("Page.captureScreenshot", Map.of("format", "png", "clip", clip)).path("data").asText();
    Files.write(file, Base64.getDecoder().decode(png));
  }

  @Override
  public void close() {
    tools.close();
  }
}
