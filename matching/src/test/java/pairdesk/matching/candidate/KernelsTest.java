package pairdesk.matching.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.text.similarity.CosineSimilarity;
import org.apache.commons.text.similarity.IntersectionSimilarity;
import org.junit.jupiter.api.Test;
import pairdesk.matching.text.KeySet;

/** Our own loops against Commons Text and against the plainest code, on random text. */
class KernelsTest {
  private static final long SEED = 20_261_121L;
  private static final int ROUNDS = 400;
  private static final double SCALE = 1_000_000;

  private final Random random = new Random(SEED);

  @Test
  void cosineIsThatOfCommonsText() {
    for (int round = 0; round < ROUNDS; round++) {
      Map<CharSequence, Integer> left = weights();
      Map<CharSequence, Integer> right = weights();
      double ours = vector(left).cosine(vector(right));
      double theirs = new CosineSimilarity().cosineSimilarity(left, right);
      assertEquals(theirs, ours, 1e-6, "seed " + SEED + ", round " + round);
    }
  }

  @Test
  void cosineOfNothingIsNothing() {
    Vector nothing = new Vector(KeySet.NONE, key -> 1);
    assertEquals(0, nothing.cosine(nothing));
  }

  @Test
  void countsCommonWordsLikeCommonsText() {
    for (int round = 0; round < ROUNDS; round++) {
      Set<String> left = words();
      Set<String> right = words();
      int theirs =
          new IntersectionSimilarity<>(
                  text -> new HashSet<>(List.of(text.toString().split(" ", -1))))
              .apply(String.join(" ", left), String.join(" ", right))
              .getIntersection();
      assertEquals(
          theirs, KeySet.of(left).common(KeySet.of(right)), "seed " + SEED + ", round " + round);
    }
  }

  @Test
  void packsEveryTrigramOnceAndKeepsThemApart() {
    for (int round = 0; round < ROUNDS; round++) {
      String text = text(3 + random.nextInt(60));
      Set<String> plain = new HashSet<>();
      for (int at = 0; at + 3 <= text.length(); at++) {
        plain.add(text.substring(at, at + 3));
      }
      assertEquals(plain.size(), Keys.gramsOf(text).size(), "seed " + SEED + ": " + text);
    }
    assertEquals(0, Keys.gramsOf("ab").size());
  }

  @Test
  void numbersKeysAsAMapWould() {
    KeyTable table = new KeyTable();
    Map<Long, Integer> plain = new HashMap<>();
    for (int at = 0; at < 20_000; at++) {
      long key = random.nextInt(5_000) * 0x1_0000_0001L;
      int expected = plain.computeIfAbsent(key, k -> plain.size());
      assertEquals(expected, table.findOrAdd(key), "seed " + SEED);
    }
    plain.forEach((key, slot) -> assertEquals(slot, table.find(key)));
    assertEquals(-1, table.find(-7));
    assertEquals(plain.size(), table.size());
  }

  @Test
  void sumsPostingsAsAMapWould() {
    Postings postings = new Postings();
    Map<Long, Set<Integer>> plain = new TreeMap<>();
    for (int document = 0; document < 80; document++) {
      for (long key : random.longs(20, 0, 200).distinct().toArray()) {
        postings.add(key, document);
        plain.computeIfAbsent(key, k -> new TreeSet<>()).add(document);
      }
    }
    Query query = new Query();
    Map<Integer, Float> expected = new HashMap<>();
    plain.forEach((key, documents) -> {
      float weight = 1 + key;
      query.add(postings, key, weight);
      documents.forEach(document -> expected.merge(document, weight, Float::sum));
    });
    query.add(postings, 9_999, 1);
    Sums sums = new Sums();
    sums.prepare(80);
    query.run(sums);
    assertEquals(expected.size(), sums.count());
    expected.forEach((document, sum) -> assertEquals(sum, sums.sum(document), 1e-2f * sum));
    sums.clear();
    assertEquals(0, sums.count());
    assertTrue(expected.keySet().stream().allMatch(document -> sums.sum(document) == 0));
  }

  private static Vector vector(Map<CharSequence, Integer> weights) {
    Map<Long, Integer> byKey = new HashMap<>();
    List<String> words = new ArrayList<>();
    weights.forEach((word, weight) -> {
      words.add(word.toString());
      byKey.put(KeySet.keyOf(word.toString()), weight);
    });
    return new Vector(KeySet.of(words), key -> byKey.getOrDefault(key, 0) / SCALE);
  }

  private Map<CharSequence, Integer> weights() {
    Map<CharSequence, Integer> weights = new HashMap<>();
    words().forEach(word -> weights.put(word, 1 + random.nextInt((int) SCALE)));
    return weights;
  }

  private Set<String> words() {
    Set<String> words = new TreeSet<>();
    int count = 1 + random.nextInt(12);
    while (words.size() < count) {
      words.add(text(1 + random.nextInt(2)).replace(' ', 'x'));
    }
    return words;
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < length; at++) {
      text.append("abcdefgé 中".charAt(random.nextInt(10)));
    }
    return text.toString();
  }
}
