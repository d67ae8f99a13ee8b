package pairdesk.bot.doctor;

import java.util.Locale;

/**
 * What must hold at all times, by its number in docs/risk.md.
 *
 * <p>Where rows can decide, a view {@code invariant_iNN_…} does; the others name who watches them.
 */
public enum Invariant {
  I01("cash of each account is free or reserved, and never less than nothing"),
  I02("our books and the venue's say the same"),
  I03("a position is the sum of its fills"),
  I04("no order is filled beyond its quantity, and its fills add up to what it filled"),
  I05("a fill counts once"),
  I06("no order without an intent that was committed before"),
  I07("an intent is at most one order at the venue"),
  I08("a new attempt begins only after the end of the one before"),
  I09("no hedge goes beyond what the other leg was filled"),
  I10(
      "what is open stays inside every limit",
      "only the running engine knows its limits at each instant; its gate keeps them, the simulator proves it"),
  I11("nothing stays unhedged above the limit while it could be mended"),
  I12("every order comes to an end"),
  I13("every execution comes to an end, and leaves no open order"),
  I14("nothing is intended under a lease that somebody else has taken over"),
  I15("no entry after a halt or while its pair is paused"),
  I16("nothing rests after a halt"),
  I17(
      "MONITOR and PAPER leave the venues alone",
      "the venue's own log would show it; the types of the gateways keep it, a test on the wire proves it"),
  I18("every entry rests on a book younger than five seconds"),
  I19("every entry has one verdict that allowed it, under the settings of that moment"),
  I20("a stop that was written down is in force"),
  I21("every change by a person is on record, and the record is whole"),
  I22("no secret stands in any text"),
  I23(
      "no message pings whom it does not name one by one",
      "messages are not kept; the type of a message keeps it, tests on the wire prove it"),
  I24("an order never leaves its end"),
  I25(
      "the journal replayed gives the same decisions",
      "a replay needs the events of the session; the simulator replays each of its runs"),
  I26(
      "queues keep their bounds, and no fact is dropped",
      "queues live in the process: see /metrics of the running desk; an alarm tells of rows that the database refused"),
  I27("no entry in the final minute"),
  I28("entries only on approved pairs"),
  I29("an order is called absent only by proof"),
  I30("profit comes from the ledger");

  private final String statement;
  private final String elsewhere;

  Invariant(String statement) {
    this(statement, "");
  }

  /**
   * @param elsewhere why rows cannot decide it, and who does
   */
  Invariant(String statement, String elsewhere) {
    this.statement = statement;
    this.elsewhere = elsewhere;
  }

  public String statement() {
    return statement;
  }

  /** Empty where a view decides. */
  public String elsewhere() {
    return elsewhere;
  }

  /** As people write it: {@code I7}. */
  public String code() {
    return "I" + Integer.parseInt(name().substring(1));
  }

  /** Beginning of its view's name. */
  String viewPrefix() {
    return "invariant_" + name().toLowerCase(Locale.ROOT) + "_";
  }
}
