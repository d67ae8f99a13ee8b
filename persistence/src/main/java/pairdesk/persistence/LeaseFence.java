package pairdesk.persistence;

import java.util.Objects;
import org.jooq.DSLContext;

/** What leaves is written only under the lease's newest number. */
final class LeaseFence {
  /** Why nothing is written while the lease is not ours. */
  static final String NOT_OURS =
      "the lease of this account is not ours: another process took it, or it cannot be renewed";

  private LeaseFence() {}

  /**
   * Why this number counts no more, empty when it does; it then counts to the transaction's end.
   */
  static String refusal(DSLContext db, Lease.Held held) {
    return (String)
        Objects.requireNonNull(
            db.fetchValue("select lease_refusal(?, ?)", held.account(), held.epoch()));
  }
}
