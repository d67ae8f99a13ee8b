package pairdesk.bot.command;

import java.util.List;
import java.util.stream.Stream;
import pairdesk.bot.console.Desk;
import pairdesk.bot.console.Matches;
import pairdesk.bot.console.Places;
import pairdesk.bot.console.SlashCommand;
import pairdesk.bot.notify.Messenger;
import pairdesk.bot.review.SecondApproval;

/** All slash commands: one line each. */
public final class Commands {
  private Commands() {}

  public static List<SlashCommand> all(
      Desk desk, Matches matches, Messenger messenger, Places places) {
    var index = new PairIndex(desk);
    var working =
        List.<SlashCommand>of(
            new FindMatchesCommand(desk, matches, messenger, places),
            new ApprovePairCommand(desk, matches, index),
            PairDecisionCommand.reject(desk, index),
            new ListPairsCommand(desk),
            new PairCommand(desk, index),
            new ScanCommand(desk, matches),
            PairDecisionCommand.pause(desk, index),
            PairDecisionCommand.resume(desk, index),
            new SetPlanCommand(desk, index),
            new PositionsCommand(desk),
            new PnlCommand(desk),
            new OpportunitiesCommand(desk),
            new ExplainCommand(desk, index),
            new ExecutionsCommand(desk),
            new OrdersCommand(desk),
            new StatusCommand(desk),
            new StrategiesCommand(desk),
            new RiskCommand(desk),
            new SetLimitCommand(desk, new SecondApproval(desk, messenger, places)),
            new ModeCommand(desk),
            new HaltCommand(desk),
            new ResumeCommand(desk),
            new CancelAllCommand(desk),
            new UnwindCommand(desk),
            new ResetBreakerCommand(desk),
            new NotifyCommand(desk),
            new ExportCommand(desk),
            new AuditCommand(desk),
            new LogsCommand(desk));
    var help = new HelpCommand(working.stream().map(SlashCommand::spec).toList());
    return Stream.concat(working.stream(), Stream.of(help)).toList();
  }
}
