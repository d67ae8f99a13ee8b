package pairdesk.matching.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All vocabularies, read once from the jar. Immutable after loading, shared between threads. */
public final class Vocabulary {
  private final Lexicon lexicon = new Lexicon();
  private final Teams teams = Teams.load();
  private final DistrictReader districts = DistrictReader.load();
  private final SeriesCodes series = SeriesCodes.load();
  private final Map<String, Integer> ordinals = new HashMap<>();
  private final Map<String, Integer> cardinals = new HashMap<>();
  private final Set<String> stop;
  private final Set<String> negation;
  private final Set<String> staying;
  private final Set<String> directed;

  private Vocabulary() {
    for (String file : new String[] {"events.json", "places.json", "actors.json"}) {
      lexicon.addAll(Resources.read(file).path("kinds"));
    }
    JsonNode numbers = Resources.read("ordinals.json");
    fill(ordinals, numbers.path("ordinals"));
    fill(cardinals, numbers.path("cardinals"));
    JsonNode words = Resources.read("words.json");
    stop = Resources.words(words.path("stop"));
    negation = Resources.words(words.path("negation"));
    staying = Resources.words(words.path("staying"));
    directed = Resources.words(words.path("verbsOfDirection"));
  }

  private static void fill(Map<String, Integer> numbers, JsonNode words) {
    for (Map.Entry<String, JsonNode> word : words.properties()) {
      numbers.put(word.getKey(), word.getValue().asInt());
    }
  }

  public static Vocabulary load() {
    return new Vocabulary();
  }

  Lexicon lexicon() {
    return lexicon;
  }

  Teams teams() {
    return teams;
  }

  DistrictReader districts() {
    return districts;
  }

  SeriesCodes series() {
    return series;
  }

  @Nullable Integer ordinal(String word) {
    return ordinals.get(word);
  }

  @Nullable Integer cardinal(String word) {
    return cardinals.get(word);
  }

  boolean stop(String word) {
    return stop.contains(word);
  }

  boolean negates(String word) {
    return negation.contains(word);
  }

  boolean stays(String word) {
    return staying.contains(word);
  }

  boolean directed(String word) {
    return directed.contains(word);
  }
}
