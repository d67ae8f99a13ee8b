package pairdesk.engine.opportunity;

/** From {@code IdSource}, unique for ever. */
public record OpportunityId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
