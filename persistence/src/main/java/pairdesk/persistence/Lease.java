package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.LEASE;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * One engine per account: a row with a fencing number, renewed while we live. Of two processes only
 * the one whose number stands in the row may commit intents.
 *
 * <p>Time is the database's, so that two machines with different clocks agree.
 */
public final class Lease {
  public static final Duration LIFE = Duration.ofSeconds(15);
  public static final Duration RENEWAL = Duration.ofSeconds(5);

  private final Database database;
  private final String account;
  private final String holder;
  private final InstantSource clock;

  /**
   * @param holder names this process, see {@link Holder}
   */
  public Lease(Database database, String account, String holder, InstantSource clock) {
    this.database = database;
    this.account = account;
    this.holder = holder;
    this.clock = clock;
  }

  /**
   * A lease that is ours.
   *
   * @param until by our clock, never later than the database's word
   */
  public record Held(String account, long epoch, Instant until) {}

  /** How an attempt to take the lease ended. */
  public sealed interface Taken {
    record Ours(Held held) implements Taken {}

    /** Somebody else holds it. */
    record Theirs(String holder, Duration left) implements Taken {}
  }

  /**
   * A lease that somebody holds now.
   *
   * @param holder as people read it
   * @param process who holds it; empty when it cannot be seen from here
   */
  public record Standing(String holder, Optional<ProcessHandle> process) {}

  /** Who trades this account now. */
  public static Optional<Standing> standing(Database database, String account) {
    return database.read(db ->
        db.selectFrom(LEASE)
            .where(LEASE.ACCOUNT.eq(account).and(LEASE.EXPIRES_AT.gt(now(db))))
            .fetchOptional()
            .filter(row -> !Holder.isDead(row.getHolder()))
            .map(row ->
                new Standing(Holder.name(row.getHolder()), Holder.process(row.getHolder()))));
  }

  /**
   * Takes the lease when it is free, has run out, or its holder is dead for certain; never waits.
   */
  public Taken take() {
    Instant asked = clock.instant();
    return database.transactIntents(db -> take(db, asked));
  }

  private Taken take(DSLContext db, Instant asked) {
    Instant now = now(db);
    var row = db.selectFrom(LEASE).where(LEASE.ACCOUNT.eq(account)).forUpdate().fetchOne();
    if (row != null && row.getExpiresAt().isAfter(now) && !Holder.isDead(row.getHolder())) {
      return new Taken.Theirs(
          Holder.name(row.getHolder()), Duration.between(now, row.getExpiresAt()));
    }
    long epoch = row == null ? 1 : row.getEpoch() + 1;
    Instant expires = now.plus(LIFE);
    db.insertInto(LEASE)
        .set(LEASE.ACCOUNT, account)
        .set(LEASE.EPOCH, epoch)
        .set(LEASE.HOLDER, holder)
        .set(LEASE.EXPIRES_AT, expires)
        .onConflict(LEASE.ACCOUNT)
        .doUpdate()
        .set(LEASE.EPOCH, epoch)
        .set(LEASE.HOLDER, holder)
        .set(LEASE.EXPIRES_AT, expires)
        .execute();
    return new Taken.Ours(new Held(account, epoch, asked.plus(LIFE)));
  }

  /** Prolongs our lease; empty when it is no longer ours. */
  public Optional<Held> renew(Held held) {
    Instant asked = clock.instant();
    return database.transactIntents(db -> {
      int rows =
          db.update(LEASE)
              .set(LEASE.EXPIRES_AT, now(db).plus(LIFE))
              .where(LEASE.ACCOUNT.eq(account).and(LEASE.EPOCH.eq(held.epoch())))
              .execute();
      return rows == 1
          ? Optional.of(new Held(account, held.epoch(), asked.plus(LIFE)))
          : Optional.empty();
    });
  }

  /** Gives it back, so that the next process need not wait. */
  public void release(Held held) {
    database.transactIntents(db ->
        db.update(LEASE)
            .set(LEASE.EXPIRES_AT, now(db))
            .where(LEASE.ACCOUNT.eq(account).and(LEASE.EPOCH.eq(held.epoch())))
            .execute());
  }

  private static Instant now(DSLContext db) {
    return db.select(org.jooq.impl.DSL.currentInstant()).fetchSingle().value1();
  }
}
