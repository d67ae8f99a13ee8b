package pairdesk.engine.loop;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.control.Mode;
import pairdesk.engine.order.ClientOrderId;
import pairdesk.engine.order.ExecutionId;

/** The real account and the paper one, and whose a fact is. */
record Accounts(Account real, Account paper) {

  /** Whose opportunities of this mode are judged on; MONITOR asks what would really be done. */
  Account of(Mode mode) {
    return switch (mode) {
      case MONITOR, LIVE -> real;
      case PAPER -> paper;
    };
  }

  /** Every order of the paper account is known to it; what nobody knows is real. */
  Account owning(@Nullable ClientOrderId order) {
    return order != null && paper.parts().orders().find(order).isPresent() ? paper : real;
  }

  Account owning(ExecutionId execution) {
    return paper.parts().executions().find(execution).isPresent() ? paper : real;
  }

  List<Account> all() {
    return List.of(real, paper);
  }
}
