package pairdesk.engine.order;

import java.util.EnumSet;
import java.util.Set;

/** The life of an order; the table of allowed moves is here and, as a trigger, in the database. */
public enum OrderState {
  /** The intent row is committed. */
  INTENDED,
  /** The worker handed bytes to the socket. */
  SENT,
  /** Rests at the venue, nothing filled. */
  LIVE,
  /** Rests at the venue, a part is filled. */
  PARTLY,
  FILLED,
  /** Ended at the venue with or without fills. */
  CANCELLED,
  EXPIRED,
  /** The venue said no: nothing was placed. */
  REJECTED,
  /** Proved never to have left. */
  NOT_SENT,
  /** May or may not have arrived: counted at its worst until the venue is asked. */
  UNKNOWN,
  /** Was UNKNOWN; proved absent. */
  NOT_PLACED;

  private static final Set<OrderState> TERMINAL =
      EnumSet.of(FILLED, CANCELLED, EXPIRED, REJECTED, NOT_SENT, NOT_PLACED);

  public boolean isTerminal() {
    return TERMINAL.contains(this);
  }

  /** Whether an order may go from this state to the next. Staying is always allowed. */
  public boolean allows(OrderState next) {
    if (this == next) {
      return true;
    }
    return switch (this) {
      case INTENDED -> next == SENT || next == NOT_SENT || next == UNKNOWN;
      case SENT -> next != INTENDED && next != NOT_PLACED;
      case UNKNOWN -> next != INTENDED && next != SENT && next != NOT_SENT;
      case LIVE -> next == PARTLY || next == FILLED || next == CANCELLED || next == EXPIRED;
      case PARTLY -> next == FILLED || next == CANCELLED || next == EXPIRED;
      case FILLED, CANCELLED, EXPIRED, REJECTED, NOT_SENT, NOT_PLACED -> false;
    };
  }
}
