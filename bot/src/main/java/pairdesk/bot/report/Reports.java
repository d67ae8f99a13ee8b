package pairdesk.bot.report;

import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import pairdesk.bot.position.Holdings;
import pairdesk.bot.position.Marks;
import pairdesk.engine.control.Mode;
import pairdesk.engine.market.PairStatus;
import pairdesk.engine.portfolio.PnlDay;
import pairdesk.engine.portfolio.Position;
import pairdesk.persistence.Archive;
import pairdesk.persistence.Audit;
import pairdesk.persistence.Database;
import pairdesk.persistence.History;
import pairdesk.persistence.Pairs;

/** Every report, read from the database. */
public final class Reports {
  private final Archive archive;
  private final History history;
  private final Pairs pairs;

  public Reports(Database database) {
    this.archive = new Archive(database);
    this.history = new History(database);
    this.pairs = new Pairs(database, new Audit(database));
  }

  /** The rows that are asked for; nothing is read before they are. */
  public Report of(ReportQuery query) {
    Archive.Span span = query.span();
    return switch (query.kind()) {
      case ORDERS ->
          report(
              OrderRow.COLUMNS,
              rows -> archive.orders(query.mode(), span, it -> rows.accept(OrderRow.of(it))));
      case EXECUTIONS ->
          report(
              ExecutionRow.COLUMNS,
              rows ->
                  archive.executions(query.mode(), span, it -> rows.accept(ExecutionRow.of(it))));
      case FILLS ->
          report(
              FillRow.COLUMNS,
              rows -> archive.fills(query.mode(), span, it -> rows.accept(FillRow.of(it))));
      case POSITIONS -> positions(query.mode(), Marks.NONE);
      case PNL -> pnl(query.mode(), PnlBy.ROW, span);
      case PAIRS ->
          report(PairRow.COLUMNS, rows -> allPairs().forEach(it -> rows.accept(PairRow.of(it))));
      case OPPORTUNITIES ->
          report(
              OpportunityRow.COLUMNS,
              rows -> archive.opportunities(span, it -> rows.accept(OpportunityRow.of(it))));
      case AUDIT ->
          report(AuditRow.COLUMNS, rows -> archive.audit(span, it -> rows.accept(AuditRow.of(it))));
    };
  }

  /** What an account holds, pair by pair as the console shows it, and then what it held. */
  public Report positions(Mode mode, Marks marks) {
    return report(
        PositionRow.COLUMNS,
        rows -> {
          var row = new PositionRow(mode);
          List<Position> positions = positions(mode);
          Holdings held = Holdings.of(positions, pairs.inForce(), marks);
          held.pairs().forEach(pair -> pair.legs().forEach(leg -> rows.accept(row.of(pair, leg))));
          held.alone().forEach(leg -> rows.accept(row.of(leg)));
          positions.stream()
              .filter(position -> position.quantity().isZero())
              .filter(position -> !position.equals(Position.flat(position.instrument())))
              .forEach(position -> rows.accept(row.of(position)));
        });
  }

  /** The executions that began last, newest first. */
  public Report lastExecutions(Mode mode, int limit) {
    return report(
        ExecutionRow.COLUMNS,
        rows -> history.executions(mode, limit).forEach(it -> rows.accept(ExecutionRow.of(it))));
  }

  private List<Position> positions(Mode mode) {
    return mode == Mode.PAPER ? PaperBooks.read(archive, history).positions() : history.positions();
  }

  /** Realised profit and fees of an account, of the days that begin in the span, summed up. */
  public Report pnl(Mode mode, PnlBy by, Archive.Span span) {
    return report(by.columns(), rows -> by.sums(mode, days(mode, span)).forEach(rows));
  }

  private List<PnlDay> days(Mode mode, Archive.Span span) {
    List<PnlDay> days =
        mode == Mode.PAPER ? PaperBooks.read(archive, history).pnl() : history.pnl();
    return days.stream().filter(day -> PnlBy.isWithin(day, span)).toList();
  }

  private List<Pairs.Listed> allPairs() {
    return pairs.list(EnumSet.allOf(PairStatus.class), Integer.MAX_VALUE);
  }

  private static Report report(List<Column> columns, Consumer<Consumer<List<Cell>>> read) {
    return new Report() {
      @Override
      public List<Column> columns() {
        return columns;
      }

      @Override
      public void forEach(Consumer<List<Cell>> row) {
        read.accept(row);
      }
    };
  }
}
