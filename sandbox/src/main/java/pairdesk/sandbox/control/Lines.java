package pairdesk.sandbox.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of a JSON text each field stands. */
final class Lines {
  private final Map<String, Integer> byPointer = new HashMap<>();

  private Lines() {}

  /**
   * @throws IOException when it is no JSON
   */
  static Lines of(String text) throws IOException {
    var lines = new Lines();
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      while (parser.nextToken() != null) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        lines.byPointer.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
      }
    }
    return lines;
  }

  /** Of the field, or of what it is missing in. */
  int of(Field field) {
    for (String at = field.pointer(); !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      Integer line = byPointer.get(at);
      if (line != null) {
        return line;
      }
    }
    return 1;
  }

  /**
   * @param path {@code steps[2].rules.when}
   */
  record Field(String path) {
    String pointer() {
      return path.isEmpty() ? "" : "/" + path.replaceAll("[.\\[]", "/").replace("]", "");
    }
  }
}
