package pairdesk.matching.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a Kalshi series says by its name: {@code KXWNBAMVP} is the WNBA's MVP. Only a name that
 * known codes cover to its last letter speaks in full; otherwise only a league at its beginning
 * counts.
 */
final class SeriesCodes {
  private static final int SHORT = 3;

  private final Map<String, List<Tag>> codes = new HashMap<>();
  private final List<String> leagues = new ArrayList<>();

  static SeriesCodes load() {
    SeriesCodes series = new SeriesCodes();
    JsonNode file = Resources.read("series.json");
    file.path("leagues").forEach(league -> series.leagues.add(league.asText()));
    for (Map.Entry<String, JsonNode> code : file.path("codes").properties()) {
      List<Tag> tags = new ArrayList<>();
      code.getValue().forEach(tag -> tags.add(Tag.parse(tag.asText())));
      series.codes.put(code.getKey(), List.copyOf(tags));
    }
    Resources.read("places.json")
        .path("kinds")
        .path(Kind.COUNTRY.name())
        .propertyStream()
        .filter(country -> country.getKey().length() > SHORT)
        .forEach(country -> series.addCountry(country.getKey()));
    return series;
  }

  private void addCountry(String id) {
    codes.put(id.toUpperCase(Locale.ROOT), List.of(new Tag(Kind.COUNTRY, id)));
  }

  /** Tags of a ticker ({@code KXWNBAMVP-25-CCLA}) or of a slug that begins with a league. */
  Set<Tag> read(String ticker) {
    int dash = ticker.indexOf('-');
    String name = (dash < 0 ? ticker : ticker.substring(0, dash)).toUpperCase(Locale.ROOT);
    String bare = name.startsWith("KX") ? name.substring(2) : name;
    Set<Tag> tags = new LinkedHashSet<>();
    if (bare.length() <= 40 && covers(bare, 0, tags)) {
      return tags;
    }
    tags.clear();
    leagues.stream()
        .filter(bare::startsWith)
        .findFirst()
        .ifPresent(league -> tags.addAll(codes.getOrDefault(league, List.of())));
    return tags;
  }

  private boolean covers(String name, int from, Set<Tag> tags) {
    if (from == name.length()) {
      return from > 0;
    }
    for (int to = name.length(); to > from; to--) {
      List<Tag> known = codes.get(name.substring(from, to));
      if (known != null && covers(name, to, tags)) {
        tags.addAll(known);
        return true;
      }
    }
    return false;
  }
}
