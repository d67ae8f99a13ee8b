package pairdesk.sandbox.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the shipped families from the class path. */
final class FamilyReader {
  private static final List<String> FILES =
      List.of("economy", "politics", "sports", "crypto", "culture", "world");
  private static final JsonMapper JSON = new JsonMapper();

  private FamilyReader() {}

  static List<Family> shipped() {
    var families = new ArrayList<Family>();
    FILES.forEach(file -> families.addAll(read(file + ".json")));
    return families;
  }

  private static List<Family> read(String file) {
    try (InputStream in = FamilyReader.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("catalogue file is missing: " + file);
      }
      return JSON.readValue(in, new TypeReference<List<Family>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("catalogue file is unreadable: " + file, e);
    }
  }
}
