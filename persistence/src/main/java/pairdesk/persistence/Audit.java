package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.OPERATOR_ACTION;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.jooq.DSLContext;
import pairdesk.persistence.schema.tables.records.OperatorActionRecord;

/** Who did what: append-only, each row carrying the hash of the one before it. */
public final class Audit {
  private static final String FIRST = "0".repeat(64);
  private static final int LOCK = 7_241_001;

  private final Database database;

  public Audit(Database database) {
    this.database = database;
  }

  /** One action as people read it. */
  public record Entry(
      long id,
      String actorId,
      String actorName,
      String source,
      String action,
      String detail,
      Instant at) {}

  /** Appends an action that has no other effect in the database: a refusal, an export. */
  public void append(Pairs.Request request, String action, String detail, Instant at) {
    database.run(db -> append(db, request, action, detail, at));
  }

  /** The same, unless this very request has been written already. */
  public void appendOnce(Pairs.Request request, String action, String detail, Instant at) {
    database.run(db -> {
      db.execute("select pg_advisory_xact_lock({0})", org.jooq.impl.DSL.val(LOCK));
      if (request.key().isEmpty() || !isKnown(db, request.key())) {
        append(db, request, action, detail, at);
      }
    });
  }

  boolean isKnown(DSLContext db, String requestKey) {
    return db.fetchExists(OPERATOR_ACTION, OPERATOR_ACTION.REQUEST_KEY.eq(requestKey));
  }

  void append(DSLContext db, Pairs.Request request, String action, String detail, Instant at) {
    db.execute("select pg_advisory_xact_lock({0})", org.jooq.impl.DSL.val(LOCK));
    var last =
        db.selectFrom(OPERATOR_ACTION).orderBy(OPERATOR_ACTION.ID.desc()).limit(1).fetchOne();
    OperatorActionRecord row = db.newRecord(OPERATOR_ACTION);
    row.setActorId(request.actor().id());
    row.setActorName(request.actor().name());
    row.setSource(request.source());
    row.setRequestKey(request.key().isEmpty() ? null : request.key());
    row.setAction(action);
    row.setDetail(detail);
    row.setAt(at.truncatedTo(ChronoUnit.MICROS));
    row.setHashBefore(last == null ? FIRST : last.getHash());
    row.setHash(hash(row));
    row.insert();
  }

  /** The newest actions first. */
  public List<Entry> newest(int limit) {
    return page(Long.MAX_VALUE, 0, limit);
  }

  /** Actions up to this row, newest first. */
  public List<Entry> page(long newest, int skip, int limit) {
    return database.read(db ->
        db.selectFrom(OPERATOR_ACTION)
            .where(OPERATOR_ACTION.ID.le(newest))
            .orderBy(OPERATOR_ACTION.ID.desc())
            .offset(skip)
            .limit(limit)
            .fetch()
            .map(Audit::entry));
  }

  static Entry entry(OperatorActionRecord row) {
    return new Entry(
        row.getId(),
        row.getActorId(),
        row.getActorName(),
        row.getSource(),
        row.getAction(),
        row.getDetail(),
        row.getAt());
  }

  /** Id of the newest row; 0 when there is none. */
  public long newestRow() {
    return newest(1).stream().mapToLong(Entry::id).findFirst().orElse(0);
  }

  /** How many rows there are up to this one. */
  public long countTo(long newest) {
    return database.read(
        db -> (long) db.fetchCount(OPERATOR_ACTION, OPERATOR_ACTION.ID.le(newest)));
  }

  /** Id of the first row whose hash does not fit; 0 when the chain is whole. */
  public long firstBrokenRow() {
    return database.read(db -> {
      String before = FIRST;
      for (var row : db.selectFrom(OPERATOR_ACTION).orderBy(OPERATOR_ACTION.ID).fetch()) {
        if (!row.getHashBefore().equals(before) || !row.getHash().equals(hash(row))) {
          return row.getId();
        }
        before = row.getHash();
      }
      return 0L;
    });
  }

  private static String hash(OperatorActionRecord row) {
    String text =
        String.join(
            "\u001f",
            row.getHashBefore(),
            row.getActorId(),
            row.getActorName(),
            row.getSource(),
            row.getRequestKey() == null ? "" : row.getRequestKey(),
            row.getAction(),
            row.getDetail(),
            row.getAt().toString());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
