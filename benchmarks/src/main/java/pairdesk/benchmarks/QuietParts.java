package pairdesk.benchmarks;

import java.util.List;
import java.util.Optional;
import pairdesk.bot.access.Caller;
import pairdesk.bot.access.Role;
import pairdesk.bot.console.Answer;
import pairdesk.bot.console.Console;
import pairdesk.bot.console.Matches;
import pairdesk.bot.notify.Loudness;
import pairdesk.bot.notify.Messenger;
import pairdesk.engine.market.MarketId;
import pairdesk.matching.review.PairProposal;

/** Parts of a console that nobody asks anything of here. */
final class QuietParts {
  static final Messenger MESSENGER =
      new Messenger() {
        @Override
        public Optional<String> post(String channel, Answer.Reply message, Loudness how) {
          return Optional.empty();
        }

        @Override
        public boolean edit(String channel, String messageId, Answer.Reply message) {
          return true;
        }

        @Override
        public void pin(String channel, String messageId) {}

        @Override
        public void react(String channel, String messageId, String emoji) {}
      };

  static final Matches MATCHES =
      new Matches() {
        @Override
        public List<PairProposal> find(int similarity, int limit) {
          return List.of();
        }

        @Override
        public List<PairProposal> withSecondOpinions(List<PairProposal> pairs) {
          return pairs;
        }

        @Override
        public Optional<PairProposal> compare(MarketId kalshi, MarketId polymarket) {
          return Optional.empty();
        }
      };

  static final Console.ReactionHandler REACTIONS =
      new Console.ReactionHandler() {
        @Override
        public Role role() {
          return Role.ADMIN;
        }

        @Override
        public boolean concerns(String messageId, String emoji) {
          return false;
        }

        @Override
        public void reacted(Caller caller, String messageId, String emoji) {}

        @Override
        public List<Console.Awaiting> awaiting() {
          return List.of();
        }
      };

  static final Console.Refusals REFUSALS =
      new Console.Refusals() {
        @Override
        public void refused(Caller caller, String what) {}

        @Override
        public void suggestionRefused(Caller caller, String command) {}
      };

  private QuietParts() {}
}
