package pairdesk.bot.review;

import java.util.List;
import pairdesk.bot.console.ButtonAction;
import pairdesk.bot.console.Desk;

/** Everything that buttons and forms do: one line each. */
public final class Actions {
  private Actions() {}

  public static List<ButtonAction> all(Desk desk) {
    return List.of(
        new ReviewActions(desk),
        new DetailsAction(desk),
        new WordActions(desk),
        new CancelAllAction(desk),
        new UnwindAction(desk),
        new SetLimitAction(desk),
        new ResetBreakerAction(desk));
  }
}
