package pairdesk.matching.opinion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pairdesk.matching.opinion.SecondReader.Answer;
import pairdesk.matching.review.Clause;

/**
 * The closed form of an answer: only known words are taken, members that it does not have are
 * ignored, and whatever lacks one of its own is no opinion.
 */
public final class OpinionReader {
  private static final int LONGEST_SENTENCE = 140;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private OpinionReader() {}

  /** The form as a JSON schema, for endpoints that hold a model to one. */
  public static ObjectNode schema() {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("type", "object");
    schema.put("additionalProperties", false);
    ObjectNode members = schema.putObject("properties");
    ArrayNode findings = members.putObject("finding").put("type", "string").putArray("enum");
    for (Opinion.Finding finding : Opinion.Finding.values()) {
      findings.add(finding.word());
    }
    ObjectNode topic = members.putObject("differing").put("type", "array").putObject("items");
    ArrayNode topics = topic.put("type", "string").putArray("enum");
    for (Clause.Topic each : Clause.Topic.values()) {
      topics.add(word(each));
    }
    members.putObject("sentence").put("type", "string");
    schema.putArray("required").add("finding").add("differing").add("sentence");
    return schema;
  }

  static String word(Clause.Topic topic) {
    return topic.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what a model wrote.
   *
   * @param by the model's name
   */
  public static Answer read(String written, String by) {
    JsonNode answer;
    try {
      answer = JSON.readTree(written);
    } catch (JsonProcessingException malformed) {
      return new Answer.None("the answer is not JSON");
    }
    Optional<Opinion.Finding> finding = finding(answer.path("finding").asText());
    Optional<List<Clause.Topic>> differing = topics(answer.path("differing"));
    String sentence = oneLine(answer.path("sentence").asText());
    if (finding.isEmpty()) {
      return new Answer.None("the answer has no finding that is known");
    }
    if (differing.isEmpty()) {
      return new Answer.None("the answer does not list known clauses");
    }
    if (sentence.isEmpty()) {
      return new Answer.None("the answer gives no reason");
    }
    return new Answer.Given(new Opinion(finding.get(), differing.get(), sentence, by));
  }

  /** An opinion in the form in which {@link #read} takes it. */
  public static ObjectNode written(Opinion opinion) {
    ObjectNode written = JSON.createObjectNode();
    written.put("finding", opinion.finding().word());
    ArrayNode differing = written.putArray("differing");
    opinion.differing().forEach(topic -> differing.add(word(topic)));
    return written.put("sentence", opinion.sentence());
  }

  private static Optional<Opinion.Finding> finding(String word) {
    return Arrays.stream(Opinion.Finding.values())
        .filter(finding -> finding.word().equals(word))
        .findFirst();
  }

  private static Optional<List<Clause.Topic>> topics(JsonNode words) {
    if (!words.isArray()) {
      return Optional.empty();
    }
    List<Clause.Topic> topics = new ArrayList<>();
    for (JsonNode word : words) {
      Optional<Clause.Topic> known =
          Arrays.stream(Clause.Topic.values())
              .filter(topic -> word(topic).equals(word.asText()))
              .findFirst();
      if (known.isEmpty()) {
        return Optional.empty();
      }
      topics.add(known.get());
    }
    return Optional.of(topics.stream().distinct().sorted().toList());
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_SENTENCE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_SENTENCE - 1)).strip() + "…";
  }
}
