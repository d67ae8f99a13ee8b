package pairdesk.engine.loop;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import pairdesk.engine.control.Mode;
import pairdesk.engine.journal.JournalRecord;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.VenueId;
import pairdesk.engine.notice.Notice;
import pairdesk.engine.order.ExecutionId;
import pairdesk.engine.order.OrderIntent;
import pairdesk.engine.order.OrderRef;
import pairdesk.engine.venue.Claim;

/** What the engine asks of the world. Carried out in the order given. */
public sealed interface Effect {

  /**
   * Commit these intents together with the rows they rest on, then send each once.
   *
   * @param mode PAPER goes to the paper exchange
   * @param grounds the verdict that allows entries and the opportunity it is about, the fills that
   *     other orders answer: in the same transaction, so that no intent is ever without them
   */
  record Submit(
      ExecutionId execution, Mode mode, List<OrderIntent> intents, List<JournalRecord> grounds)
      implements Effect {
    public Submit {
      intents = List.copyOf(intents);
      grounds = List.copyOf(grounds);
    }
  }

  record Cancel(Mode mode, OrderRef order) implements Effect {}

  /** Halt: every resting order of ours at every venue. */
  record CancelAll() implements Effect {}

  /**
   * Ask the venue what became of this order; the answer comes back as an event.
   *
   * @param fence whether the order, if it is not there, is kept from arriving where the venue
   *     offers that; not while its own call may still be answered
   */
  record LookUp(Mode mode, OrderRef order, boolean fence) implements Effect {}

  /** Read the account of this venue whole. */
  record ReadAccount(VenueId venue, Instant fillsSince) implements Effect {}

  /**
   * Exchange these shares for what they pay, once it is certain that no call of before still can;
   * the answer comes back as an event.
   */
  record Redeem(Claim claim) implements Effect {}

  /** The books that are wanted from now on. */
  record Watch(Set<MarketId> markets) implements Effect {
    public Watch {
      markets = Set.copyOf(markets);
    }
  }

  /**
   * Ask for the books of these markets now, though their streams say nothing: an entry waits for
   * them. They come back as they always do.
   */
  record ReadBooks(Set<MarketId> markets) implements Effect {
    public ReadBooks {
      markets = Set.copyOf(markets);
    }
  }

  /** Wake the engine with this key at this moment. */
  record WakeAt(Instant due, TimerKey key) implements Effect {}

  record Write(JournalRecord row) implements Effect {}

  record Tell(Notice notice) implements Effect {}
}
