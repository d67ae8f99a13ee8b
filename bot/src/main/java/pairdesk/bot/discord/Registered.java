package pairdesk.bot.discord;

import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.DiscordLocale;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.interactions.commands.localization.LocalizationFunction;
import net.dv8tion.jda.api.interactions.commands.localization.ResourceBundleLocalizationFunction;
import pairdesk.bot.console.CommandSpec;
import pairdesk.bot.console.Option;
import pairdesk.bot.text.Descriptions;

/**
 * Our command descriptions as Discord registers them, with those of other languages from {@link
 * Descriptions their files}; names are the same in every language. Who may use them is decided by
 * us, not there.
 */
final class Registered {
  private static final LocalizationFunction LANGUAGES =
      ResourceBundleLocalizationFunction.fromBundles(
              Descriptions.FILES, DiscordLocale.GERMAN, DiscordLocale.CHINESE_CHINA)
          .build();

  private Registered() {}

  static SlashCommandData command(CommandSpec spec) {
    return Commands.slash(spec.name(), spec.description())
        .setLocalizationFunction(LANGUAGES)
        .setContexts(InteractionContextType.GUILD)
        .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.VIEW_CHANNEL))
        .addOptions(spec.options().stream().map(Registered::option).toList());
  }

  private static OptionData option(Option option) {
    var data =
        new OptionData(
            switch (option.kind()) {
              case TEXT -> OptionType.STRING;
              case WHOLE_NUMBER -> OptionType.INTEGER;
              case YES_NO -> OptionType.BOOLEAN;
            },
            option.name(),
            option.description(),
            option.required(),
            option.completes());
    option.choices().forEach(choice -> data.addChoice(choice, choice));
    if (option.kind() == Option.Kind.TEXT && option.choices().isEmpty()) {
      data.setMaxLength(Option.TEXT_LIMIT);
    }
    if (option.kind() == Option.Kind.WHOLE_NUMBER) {
      data.setRequiredRange(option.range().from(), option.range().to());
    }
    return data;
  }
}
