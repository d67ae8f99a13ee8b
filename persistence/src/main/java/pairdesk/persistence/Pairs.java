package pairdesk.persistence;

import static pairdesk.persistence.schema.Tables.MARKET;
import static pairdesk.persistence.schema.Tables.PAIR;
import static pairdesk.persistence.schema.Tables.PAIR_CARD;
import static pairdesk.persistence.schema.Tables.PAIR_REVIEW;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import pairdesk.engine.market.MarketId;
import pairdesk.engine.market.Pair;
import pairdesk.engine.market.PairId;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.market.Relation;
import pairdesk.engine.operator.Actor;
import pairdesk.persistence.schema.tables.records.PairRecord;

/** Pairs from proposal to the end, each change with its review row in the same transaction. */
public final class Pairs {
  /** What a review is that does not change the pair yet. */
  static final String FIRST_APPROVAL = "FIRST_APPROVAL";

  private final Database database;
  private final Audit audit;

  public Pairs(Database database, Audit audit) {
    this.database = database;
    this.audit = audit;
  }

  /**
   * A candidate to store.
   *
   * @param score 0 to 100
   * @param json the proposal as shown, for the card and the details
   */
  public record Candidate(
      MarketId left, MarketId right, Relation relation, int score, String rulesHash, String json) {}

  /**
   * A pair with what people see of it.
   *
   * @param firstApprover who has approved it while a second person is wanted; empty: nobody
   */
  public record Listed(
      Pair pair,
      int score,
      String leftTitle,
      String rightTitle,
      String json,
      Change last,
      String firstApprover) {}

  /** Who changed it last. */
  public record Change(String by, Instant at) {}

  /**
   * A decision by a person.
   *
   * @param from states from which it may be made
   * @param rulesHash hash of the rule texts that were shown; the decision is refused when they have
   *     changed since
   * @param request identity of the click or command, so that it counts once
   * @param approval what an approval carries; null for every other decision
   */
  public record Decision(
      PairId pair,
      Set<PairStatus> from,
      PairStatus to,
      String rulesHash,
      String note,
      Request request,
      @Nullable Approval approval) {

    /** One that is no approval. */
    public Decision(
        PairId pair,
        Set<PairStatus> from,
        PairStatus to,
        String rulesHash,
        String note,
        Request request) {
      this(pair, from, to, rulesHash, note, request, null);
    }
  }

  /**
   * @param byTwo whether two people must approve
   */
  public record Approval(Pair.Terms terms, boolean byTwo) {}

  /** Who asks, from where, and under which key. */
  public record Request(Actor actor, String source, String key) {}

  /** What became of a decision. */
  public sealed interface Decided {
    record Done(Pair pair) implements Decided {}

    /** The same request was carried out before: nothing changed now. */
    record Repeated(Pair pair) implements Decided {}

    /** The first of two people has approved: nothing is traded yet. */
    record Waiting(Pair pair) implements Decided {}

    record Refused(String why) implements Decided {}
  }

  /**
   * Stores a candidate, or the new texts and score of one that is still proposed or was suspended
   * for edited rules, which asks again. Cards that showed other rules are cards no longer. A pair
   * that a person has decided on is left as it is.
   *
   * @return the pair; its status tells whether it may be shown as a candidate
   */
  public Listed propose(Candidate candidate, Instant now) {
    return database.transact(db -> {
      PairRecord row = db.newRecord(PAIR);
      row.setLeftVenue(candidate.left().venue().code());
      row.setLeftCode(candidate.left().code());
      row.setRightVenue(candidate.right().venue().code());
      row.setRightCode(candidate.right().code());
      row.setRelation(candidate.relation().name());
      row.setStatus(PairStatus.PROPOSED.name());
      row.setRulesHash(candidate.rulesHash());
      row.setScore(candidate.score());
      row.setProposal(JSONB.valueOf(candidate.json()));
      row.setProposedAt(now);
      row.setChangedAt(now);
      row.setChangedBy("matcher");
      forgetOutdatedCards(db, candidate);
      forgetOutdatedApproval(db, candidate);
      db.insertInto(PAIR)
          .set(row)
          .onConflict(PAIR.LEFT_VENUE, PAIR.LEFT_CODE, PAIR.RIGHT_VENUE, PAIR.RIGHT_CODE)
          .doUpdate()
          .set(PAIR.STATUS, PairStatus.PROPOSED.name())
          .set(PAIR.SCORE, candidate.score())
          .set(PAIR.RELATION, candidate.relation().name())
          .set(PAIR.RULES_HASH, candidate.rulesHash())
          .set(PAIR.PROPOSAL, JSONB.valueOf(candidate.json()))
          .where(PAIR.STATUS.in(PairStatus.PROPOSED.name(), PairStatus.SUSPENDED.name()))
          .execute();
      return one(db, markets(candidate.left(), candidate.right())).orElseThrow();
    });
  }

  /** A reaction on a card must never approve rules that the card did not show. */
  private static void forgetOutdatedCards(DSLContext db, Candidate candidate) {
    db.deleteFrom(PAIR_CARD)
        .where(
            PAIR_CARD.PAIR_ID.in(
                db.select(PAIR.ID)
                    .from(PAIR)
                    .where(markets(candidate.left(), candidate.right()))
                    .and(PAIR.RULES_HASH.ne(candidate.rulesHash()))))
        .execute();
  }

  /** Nor does anybody's approval of other rules count. */
  private static void forgetOutdatedApproval(DSLContext db, Candidate candidate) {
    db.update(PAIR)
        .set(PAIR.FIRST_APPROVER, "")
        .set(PAIR.FIRST_NAME, "")
        .setNull(PAIR.MAX_TRADE_E6)
        .setNull(PAIR.APPROVED_UNTIL)
        .where(markets(candidate.left(), candidate.right()))
        .and(
            PAIR.STATUS
                .eq(PairStatus.SUSPENDED.name())
                .or(
                    PAIR.STATUS
                        .eq(PairStatus.PROPOSED.name())
                        .and(PAIR.RULES_HASH.ne(candidate.rulesHash()))))
        .execute();
  }

  /** Makes a decision; of two at the same time the first wins and the second is told. */
  public Decided decide(Decision decision, Instant now) {
    return database.transact(db -> decide(db, decision, now));
  }

  private Decided decide(DSLContext db, Decision decision, Instant now) {
    PairRecord row =
        db.selectFrom(PAIR).where(PAIR.ID.eq(decision.pair().value())).forUpdate().fetchOne();
    if (row == null) {
      return new Decided.Refused("There is no pair " + decision.pair() + ".");
    }
    Pair was = PairRows.pair(row);
    if (audit.isKnown(db, decision.request().key())) {
      return new Decided.Repeated(was);
    }
    if (!decision.from().contains(was.status())) {
      return new Decided.Refused(
          "Pair " + was.id() + " is " + was.status() + ", by " + row.getChangedBy() + ".");
    }
    if (!decision.rulesHash().isEmpty() && !decision.rulesHash().equals(was.rulesHash())) {
      return new Decided.Refused(
          "The rules of pair " + was.id() + " have changed since this was shown; look again.");
    }
    Approval approval = decision.approval();
    if (approval != null) {
      Optional<Decided> wanting = approve(row, decision.request(), approval);
      if (wanting.isPresent()) {
        if (wanting.get() instanceof Decided.Waiting) {
          row.store();
          review(db, decision, was, FIRST_APPROVAL, now);
        }
        return wanting.get();
      }
    }
    row.setStatus(decision.to().name());
    row.setChangedAt(now);
    row.setChangedBy(decision.request().actor().name());
    row.store();
    review(db, decision, was, decision.to().name(), now);
    return new Decided.Done(PairRows.pair(row));
  }

  /** Writes the terms; not empty when that is not enough yet. */
  private static Optional<Decided> approve(PairRecord row, Request request, Approval approval) {
    Actor actor = request.actor();
    String first = row.getFirstApprover();
    Pair.Terms terms =
        first.isEmpty() ? approval.terms() : PairRows.terms(row).tighter(approval.terms());
    boolean enough = !approval.byTwo() || (!first.isEmpty() && !first.equals(actor.id()));
    if (!enough && first.equals(actor.id())) {
      return Optional.of(
          new Decided.Refused(
              "You have approved pair " + row.getId() + " already: now somebody else must."));
    }
    PairRows.setTerms(row, terms);
    row.setFirstApprover(enough ? "" : actor.id());
    row.setFirstName(enough ? "" : actor.name());
    return enough ? Optional.empty() : Optional.of(new Decided.Waiting(PairRows.pair(row)));
  }

  private void review(DSLContext db, Decision decision, Pair was, String status, Instant now) {
    db.insertInto(PAIR_REVIEW)
        .set(PAIR_REVIEW.PAIR_ID, was.id().value())
        .set(PAIR_REVIEW.STATUS, status)
        .set(PAIR_REVIEW.RULES_HASH, was.rulesHash())
        .set(PAIR_REVIEW.NOTE, decision.note())
        .set(PAIR_REVIEW.ACTOR_ID, decision.request().actor().id())
        .set(PAIR_REVIEW.ACTOR_NAME, decision.request().actor().name())
        .set(PAIR_REVIEW.AT, now)
        .execute();
    audit.append(
        db,
        decision.request(),
        "pair " + was.id(),
        was.status()
            + " → "
            + status
            + terms(decision.approval())
            + (decision.note().isEmpty() ? "" : ": " + decision.note()),
        now);
  }

  private static String terms(@Nullable Approval approval) {
    if (approval == null) {
      return "";
    }
    Pair.Terms terms = approval.terms();
    return (terms.maxTrade() == null ? "" : ", trades up to " + terms.maxTrade())
        + (terms.until() == null ? "" : ", until " + terms.until());
  }

  public Optional<Listed> find(PairId id) {
    return database.read(db -> one(db, PAIR.ID.eq(id.value())));
  }

  public Optional<Listed> find(MarketId left, MarketId right) {
    return database.read(db -> one(db, markets(left, right)));
  }

  /** Pairs in these states, best score first. */
  public List<Listed> list(Set<PairStatus> states, int limit) {
    return database.read(db ->
        select(db)
            .where(PAIR.STATUS.in(states.stream().map(Enum::name).toList()))
            .orderBy(PAIR.SCORE.desc(), PAIR.ID)
            .limit(limit)
            .fetch()
            .map(Pairs::listed));
  }

  /** Pairs that a person has approved and nobody has taken back, by number. */
  public List<Pair> inForce() {
    return database.read(PairRows::inForce);
  }

  /** One decision on a pair: the state that it came to, and why. */
  public record Review(String status, String by, String note, Instant at) {}

  /** What was decided on a pair, newest first. */
  public List<Review> reviews(PairId pair, int limit) {
    return database.read(db ->
        db.selectFrom(PAIR_REVIEW)
            .where(PAIR_REVIEW.PAIR_ID.eq(pair.value()))
            .orderBy(PAIR_REVIEW.ID.desc())
            .limit(limit)
            .fetch()
            .map(row ->
                new Review(row.getStatus(), row.getActorName(), row.getNote(), row.getAt())));
  }

  /** Remembers where the card of a candidate was posted. */
  public void cardPosted(PairId pair, String channel, String message, Instant now) {
    database.run(db ->
        db.insertInto(PAIR_CARD)
            .set(PAIR_CARD.MESSAGE_ID, message)
            .set(PAIR_CARD.CHANNEL_ID, channel)
            .set(PAIR_CARD.PAIR_ID, pair.value())
            .set(PAIR_CARD.POSTED_AT, now)
            .onConflictDoNothing()
            .execute());
  }

  /** A message that shows a pair. */
  public record PostedCard(String channel, String message) {}

  /** Where a pair was shown last; the message may be gone. */
  public Optional<PostedCard> cardOf(PairId pair) {
    return database.read(db ->
        db.selectFrom(PAIR_CARD)
            .where(PAIR_CARD.PAIR_ID.eq(pair.value()))
            .orderBy(PAIR_CARD.POSTED_AT.desc(), PAIR_CARD.MESSAGE_ID.desc())
            .limit(1)
            .fetchOptional()
            .map(row -> new PostedCard(row.getChannelId(), row.getMessageId())));
  }

  /** Where candidates are shown that nobody has decided on, oldest first. */
  public List<PostedCard> openCards() {
    return database.read(db ->
        db.select(PAIR_CARD.CHANNEL_ID, PAIR_CARD.MESSAGE_ID)
            .from(PAIR_CARD)
            .join(PAIR)
            .on(PAIR.ID.eq(PAIR_CARD.PAIR_ID))
            .where(PAIR.STATUS.eq(PairStatus.PROPOSED.name()))
            .orderBy(PAIR_CARD.POSTED_AT, PAIR_CARD.MESSAGE_ID)
            .fetch(row -> new PostedCard(row.value1(), row.value2())));
  }

  /** Which pair a message shows; empty when it is no card of ours. */
  public Optional<PairId> ofCard(String message) {
    return database.read(db ->
        db.select(PAIR_CARD.PAIR_ID)
            .from(PAIR_CARD)
            .where(PAIR_CARD.MESSAGE_ID.eq(message))
            .fetchOptional(PAIR_CARD.PAIR_ID)
            .map(PairId::new));
  }

  private static Condition markets(MarketId left, MarketId right) {
    return PAIR.LEFT_VENUE
        .eq(left.venue().code())
        .and(PAIR.LEFT_CODE.eq(left.code()))
        .and(PAIR.RIGHT_VENUE.eq(right.venue().code()))
        .and(PAIR.RIGHT_CODE.eq(right.code()));
  }

  private static Optional<Listed> one(DSLContext db, Condition which) {
    return select(db).where(which).fetchOptional().map(Pairs::listed);
  }

  private static SelectOnConditionStep<Record> select(DSLContext db) {
    var left = MARKET.as("left_market");
    var right = MARKET.as("right_market");
    return db.select(PAIR.fields())
        .select(left.TITLE.as("left_title"), right.TITLE.as("right_title"))
        .from(PAIR)
        .leftJoin(left)
        .on(left.VENUE.eq(PAIR.LEFT_VENUE).and(left.CODE.eq(PAIR.LEFT_CODE)))
        .leftJoin(right)
        .on(right.VENUE.eq(PAIR.RIGHT_VENUE).and(right.CODE.eq(PAIR.RIGHT_CODE)));
  }

  private static Listed listed(Record row) {
    PairRecord pair = row.into(PAIR);
    return new Listed(
        PairRows.pair(pair),
        pair.getScore(),
        title(row, "left_title", pair.getLeftCode()),
        title(row, "right_title", pair.getRightCode()),
        pair.getProposal().data(),
        new Change(pair.getChangedBy(), pair.getChangedAt()),
        pair.getFirstName());
  }

  private static String title(Record row, String column, String otherwise) {
    String title = row.get(DSL.field(DSL.name(column), String.class));
    return title == null ? otherwise : title;
  }
}
