package pairdesk.bot.sim;

/** Planted in the order tasks and in the intents' transaction. */
final class TaskBugs {
  private TaskBugs() {}

  record Retrying(Retry afterTimeout) implements Sabotage {}

  static final class Unfenced implements Sabotage {
    @Override
    public boolean fences() {
      return false;
    }
  }

  static final class Hasty implements Sabotage {
    @Override
    public boolean commitsFirst() {
      return false;
    }
  }

  static final class Heedless implements Sabotage {
    @Override
    public boolean asksForConsent() {
      return false;
    }
  }

  static final class Leaseless implements Sabotage {
    @Override
    public boolean checksLease() {
      return false;
    }
  }

  static final class Stale implements Sabotage {
    @Override
    public boolean checksApproval() {
      return false;
    }
  }
}
