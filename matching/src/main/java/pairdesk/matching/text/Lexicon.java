package pairdesk.matching.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A trie of phrases. Longest phrase first, one pass. Phrases of up to three capitals (US, AL) match
 * only capitals. A phrase may name a condition, {@code Union|COUNTRY:germany}: it counts only in a
 * text that has that tag ({@code *} for any of the kind).
 */
final class Lexicon {
  private static final Set<String> TITLES =
      Set.of("will", "president", "did", "doe", "has", "is", "and", "vs", "minister", "mr", "ceo");

  private final Node root = new Node();

  /** A tag and the words that said so. */
  record Hit(Tag tag, int from, int to) {}

  private record Entry(Tag tag, @Nullable Tag condition, boolean shouted) {}

  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    final List<Entry> entries = new ArrayList<>(1);
  }

  /** Reads {@code kinds: {KIND: {id: [phrases]}}}. */
  void addAll(JsonNode kinds) {
    for (Map.Entry<String, JsonNode> kind : kinds.properties()) {
      for (Map.Entry<String, JsonNode> thing : kind.getValue().properties()) {
        Tag tag = new Tag(Kind.valueOf(kind.getKey()), thing.getKey());
        thing.getValue().forEach(phrase -> add(phrase.asText(), tag));
      }
    }
  }

  void add(String phraseAndCondition, Tag tag) {
    int bar = phraseAndCondition.indexOf('|');
    String phrase = bar < 0 ? phraseAndCondition : phraseAndCondition.substring(0, bar);
    Tag condition = bar < 0 ? null : Tag.parse(phraseAndCondition.substring(bar + 1));
    List<Word> words = Words.split(phrase);
    Node node = root;
    for (Word word : words) {
      node = node.next.computeIfAbsent(word.text(), key -> new Node());
    }
    boolean shouted = words.size() == 1 && words.getFirst().shouted() && phrase.length() <= 4;
    node.entries.add(new Entry(tag, condition, shouted));
  }

  /** Marks the words that it used in {@code taken}. */
  List<Hit> scan(List<Word> words, BitSet taken, Set<Tag> context) {
    List<Hit> hits = new ArrayList<>();
    for (int from = 0; from < words.size(); from++) {
      List<Hit> longest = longestAt(words, from, taken, context);
      if (!longest.isEmpty()) {
        hits.addAll(longest);
        taken.set(from, longest.getFirst().to());
        from = longest.getFirst().to() - 1;
      }
    }
    return hits;
  }

  private List<Hit> longestAt(List<Word> words, int from, BitSet taken, Set<Tag> context) {
    List<Hit> best = List.of();
    Node node = root;
    for (int at = from; at < words.size() && !taken.get(at); at++) {
      Node child = node.next.get(words.get(at).text());
      if (child == null) {
        break;
      }
      node = child;
      int to = at + 1;
      if (!node.entries.isEmpty()) {
        List<Hit> hits =
            node.entries.stream()
                .filter(entry -> !entry.shouted || words.get(from).shouted())
                .filter(entry -> holds(entry.condition, context))
                .filter(entry -> entry.tag.kind() != Kind.PERSON || !isPartOfName(words, from, to))
                .map(entry -> new Hit(entry.tag, from, to))
                .toList();
        best = hits.isEmpty() ? best : hits;
      }
    }
    return best;
  }

  /** "Hunter Biden" is not "Biden": a surname after another capital word is somebody else's. */
  private static boolean isPartOfName(List<Word> words, int from, int to) {
    if (to - from > 1 || from < 2) {
      return false;
    }
    Word before = words.get(from - 1);
    return before.capital() && before.isWord() && !TITLES.contains(before.text());
  }

  private static boolean holds(@Nullable Tag wanted, Set<Tag> context) {
    if (wanted == null) {
      return true;
    }
    return wanted.id().equals("*")
        ? context.stream().anyMatch(tag -> tag.kind() == wanted.kind())
        : context.contains(wanted);
  }
}
