package pairdesk.matching.text;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds electoral districts of the United States: {@code PA-7}, {@code NC-01}. */
final class DistrictReader {
  private static final Pattern DISTRICT = Pattern.compile("\\b([A-Z]{2})-0?(\\d{1,2})\\b");

  private final Set<String> states = new LinkedHashSet<>();

  static DistrictReader load() {
    DistrictReader reader = new DistrictReader();
    Resources.read("places.json")
        .path("kinds")
        .path(Kind.STATE.name())
        .propertyStream()
        .forEach(state -> reader.states.add(state.getKey()));
    return reader;
  }

  Set<Tag> read(String text) {
    Set<Tag> districts = new LinkedHashSet<>();
    Matcher district = DISTRICT.matcher(text);
    while (district.find()) {
      String state = district.group(1).toLowerCase(Locale.ROOT);
      if (states.contains(state)) {
        districts.add(new Tag(Kind.DISTRICT, state + "-" + district.group(2)));
      }
    }
    return districts;
  }
}
