package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.LEASE;

import java.util.Objects;
import org.jooq.DSLContext;

/** What leaves is written only under the lease's newest number. */
final class LeaseFence {
  /** Why nothing is written while the lease is not ours. */
  static final String NOT_OURS = "another process holds the lease of this account";

  private LeaseFence() {}

  /**
   * Why this number counts no more, empty when it does; it then counts to the transaction's end.
   */
  static String refusal(DSLContext db, Lease.Held held) {
    Long epoch =
        db.select(LEASE.EPOCH)
            .from(LEASE)
            .where(LEASE.ACCOUNT.eq(held.account()))
            .forShare()
            .fetchOne(LEASE.EPOCH);
    return Objects.equals(epoch, held.epoch())
        ? ""
        : "the lease has epoch " + epoch + ", ours is " + held.epoch();
  }
}
