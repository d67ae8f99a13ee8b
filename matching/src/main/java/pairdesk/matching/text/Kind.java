package pairdesk.matching.text;

/**
 * What sort of thing a {@link Tag} names. Two tags of one exclusive kind cannot both be right: a
 * market about the semi-final is not a market about the final.
 */
public enum Kind {
  TEAM("team", true, true),
  COMPETITION("competition", true, false),
  STAGE("stage", true, false),
  AWARD("award", true, false),
  STATISTIC("statistic", true, false),
  MARKET("kind of market", true, false),
  OFFICE("office", true, false),
  ACTION("what happens", true, false),
  MEASURE("touch or level", true, false),
  RANK("rank", true, false),
  COUNTRY("country", true, true),
  STATE("state", true, true),
  CITY("place", true, true),
  STATION("measuring place", true, false),
  DISTRICT("district", true, true),
  PARTY("party", true, true),
  COMPANY("company", true, true),
  ASSET("asset", true, true),
  PERSON("person", true, true),
  OUTCOME("outcome", true, true),
  TOPIC("topic", false, false),
  SOURCE("source", false, false),
  SUPERLATIVE("superlative", false, false),
  NARROWING("part of the whole", false, false),
  PLACEHOLDER("placeholder", false, false);

  private final String label;
  private final boolean exclusive;
  private final boolean entity;

  Kind(String label, boolean exclusive, boolean entity) {
    this.label = label;
    this.exclusive = exclusive;
    this.entity = entity;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }

  /** Different tags of this kind contradict each other. */
  public boolean exclusive() {
    return exclusive;
  }

  /** Names who or what the question is about, rather than what happens. */
  public boolean entity() {
    return entity;
  }
}
