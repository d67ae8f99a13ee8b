package pairdesk.matching.text;

/**
 * A thing with a name in a vocabulary.
 *
 * @param id its key, {@code nba:lal}, {@code primeminister}
 */
public record Tag(Kind kind, String id) {

  static Tag parse(String text) {
    int colon = text.indexOf(':');
    return new Tag(Kind.valueOf(text.substring(0, colon)), text.substring(colon + 1));
  }

  /** The word that stands for it in indexes. */
  public String key() {
    return kind + ":" + id;
  }

  /** As a person reads it: {@code team nba:lal}. */
  public String label() {
    return kind.label() + " " + id;
  }
}
