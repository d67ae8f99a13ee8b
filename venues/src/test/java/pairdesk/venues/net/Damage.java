package pairdesk.venues.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Takes each member of a payload away, makes it null, and bends it, one at a time. A reader must
 * name what it misses or cannot take, or do without it and read the same. What it reads otherwise
 * without a word is told, so that a test can say of each why it may: none is a silent zero.
 */
public final class Damage {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String UNKNOWN = "a_member_of_next_year";
  private static final JsonNode OTHER_SHAPE =
      JsonNodeFactory.instance.objectNode().put("of", "another type");
  private static final JsonNode NO_OBJECT = JsonNodeFactory.instance.textNode("another type");
  private static final JsonNode NO_NUMBER = JsonNodeFactory.instance.textNode("1e3x");

  private final JsonNode payload;
  private final Function<JsonNode, Object> reader;
  private final Object whole;

  private Damage(JsonNode payload, Function<JsonNode, Object> reader) {
    this.payload = payload;
    this.reader = reader;
    this.whole = reader.apply(payload);
  }

  /**
   * What damage is not noticed.
   *
   * @param optional what may be missing, and then means something else than when it is there
   * @param verbatim numbers in texts that are kept as they are sent
   */
  public record Unnoticed(Set<String> optional, Set<String> verbatim) {
    public static Unnoticed of(String optional, String verbatim) {
      return new Unnoticed(set(optional), set(verbatim));
    }

    private static Set<String> set(String words) {
      return words.isEmpty() ? Set.of() : new TreeSet<>(List.of(words.split(" ")));
    }

    /** Both together. */
    public Unnoticed and(Unnoticed other) {
      var all = new TreeSet<>(optional);
      all.addAll(other.optional);
      var kept = new TreeSet<>(verbatim);
      kept.addAll(other.verbatim);
      return new Unnoticed(all, kept);
    }
  }

  /** Members by their places, of lists the first element's: {@code maker_orders.side}. */
  public static Unnoticed unnoticed(JsonNode payload, Function<JsonNode, Object> reader) {
    var damage = new Damage(payload.deepCopy(), reader);
    damage.ignoresWhatIsNew();
    Set<String> absent = damage.readOtherwise(Kind.ABSENT);
    assertEquals(absent, damage.readOtherwise(Kind.NULL), "absent and null are the same");
    assertEquals(Set.of(), damage.readOtherwise(Kind.BENT), "of another shape, without a word");
    return new Unnoticed(absent, damage.readOtherwise(Kind.NO_NUMBER));
  }

  public static Unnoticed unnoticed(String payload, Function<JsonNode, Object> reader) {
    try {
      return unnoticed(JSON.readTree(payload), reader);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private enum Kind {
    ABSENT,
    NULL,
    BENT,
    NO_NUMBER
  }

  private void ignoresWhatIsNew() {
    for (ObjectNode place : objects().keySet()) {
      place.put(UNKNOWN, "text");
      assertEquals(whole, reader.apply(payload), () -> "an unknown member in " + place);
      place.remove(UNKNOWN);
    }
  }

  private Set<String> readOtherwise(Kind kind) {
    var otherwise = new TreeSet<String>();
    for (var place : objects().entrySet()) {
      ObjectNode object = place.getKey();
      var before = new LinkedHashMap<String, JsonNode>();
      object.properties().forEach(member -> before.put(member.getKey(), member.getValue()));
      for (var member : before.entrySet()) {
        if (kind != Kind.NO_NUMBER || isNumberInText(member.getValue())) {
          damage(object, member.getKey(), kind);
          if (isReadOtherwise(member.getKey())) {
            otherwise.add(place.getValue() + member.getKey());
          }
          object.removeAll();
          object.setAll(before);
        }
      }
    }
    return otherwise;
  }

  private static boolean isNumberInText(JsonNode value) {
    return value.isTextual() && value.textValue().matches("-?[0-9]{1,14}(\\.[0-9]+)?");
  }

  private static void damage(ObjectNode object, String name, Kind kind) {
    switch (kind) {
      case ABSENT -> object.remove(name);
      case NULL -> object.putNull(name);
      case BENT -> object.set(name, object.path(name).isObject() ? NO_OBJECT : OTHER_SHAPE);
      case NO_NUMBER -> object.set(name, NO_NUMBER);
    }
  }

  private boolean isReadOtherwise(String name) {
    try {
      return !whole.equals(reader.apply(payload));
    } catch (VenueException e) {
      String message = String.valueOf(e.getMessage());
      assertTrue(message.contains(name), () -> "not named: " + name + " in " + message);
      return false;
    }
  }

  /** The payload and every object in it, as far as each is the first of its list, by its place. */
  private Map<ObjectNode, String> objects() {
    var found = new IdentityHashMap<ObjectNode, String>();
    collect(payload, "", found);
    return found;
  }

  private static void collect(JsonNode payload, String path, Map<ObjectNode, String> found) {
    if (payload instanceof ObjectNode object) {
      found.put(object, path);
      for (String name : names(object)) {
        collect(Objects.requireNonNull(object.get(name)), path + name + ".", found);
      }
    } else if (payload.isArray() && !payload.isEmpty()) {
      collect(payload.get(0), path, found);
    }
  }

  private static List<String> names(ObjectNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
