package pairdesk.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import pairdesk.sandbox.wire.discord.DiscordDirectory;

/** The settings that point the desk at a sandbox. */
final class DeskEnvironment {
  private static final String KALSHI_SECRET = "KALSHI_API_SECRET";
  private static final String KEY_FILE = "kalshi.key";

  private DeskEnvironment() {}

  static Map<String, String> of(Sandbox sandbox) {
    var settings = new LinkedHashMap<String, String>();
    settings.put("DISCORD_BOT_TOKEN", sandbox.discord().botToken());
    settings.put("DISCORD_API_URL", sandbox.discord().apiBase());
    settings.put("DISCORD_GUILD_ID", String.valueOf(DiscordDirectory.GUILD));
    settings.put("DISCORD_CHANNEL_ID", String.valueOf(DiscordDirectory.DESK_CHANNEL));
    settings.put("DISCORD_AUDIT_CHANNEL_ID", String.valueOf(DiscordDirectory.AUDIT_CHANNEL));
    settings.put("DISCORD_VIEWER_ROLE_ID", String.valueOf(DiscordDirectory.VIEWER_ROLE));
    settings.put("DISCORD_OPERATOR_ROLE_ID", String.valueOf(DiscordDirectory.OPERATOR_ROLE));
    settings.put("DISCORD_ADMIN_ROLE_ID", String.valueOf(DiscordDirectory.ADMIN_ROLE));
    settings.put("KALSHI_API_URL", sandbox.kalshi().restUrl());
    settings.put("KALSHI_SOCKET_URL", sandbox.kalshi().socketUrl());
    settings.put("KALSHI_API_KEY", sandbox.credentials().kalshiKeyId());
    settings.put(KALSHI_SECRET, sandbox.credentials().kalshiPem());
    settings.put("POLYMARKET_CLOB_URL", sandbox.polymarket().clobUrl());
    settings.put("POLYMARKET_GAMMA_URL", sandbox.polymarket().gammaUrl());
    settings.put("POLYMARKET_DATA_URL", sandbox.polymarket().dataUrl());
    settings.put("POLYMARKET_SOCKET_URL", sandbox.polymarket().socketUrl());
    settings.put("POLYMARKET_GEOBLOCK_URL", sandbox.polymarket().geoblockUrl());
    settings.put("POLYMARKET_SIGNATURE_TYPE", "DEPOSIT_WALLET");
    settings.put("POLYMARKET_API_KEY", sandbox.credentials().wallet().toString());
    settings.put("POLYMARKET_PRIVATE_KEY", sandbox.credentials().polymarketKey());
    settings.put("POLYMARKET_RELAYER_URL", sandbox.polymarket().relayerUrl());
    settings.put(
        "POLYMARKET_RELAYER_API_KEY",
        sandbox.polymarket().relayerKey(sandbox.credentials().owner()));
    settings.put(
        "POLYMARKET_LATE_ARRIVAL_SECONDS", String.valueOf(sandbox.zombieWindow().toSeconds()));
    settings.put("NTP_SERVER", "off");
    settings.put("REHEARSAL_SECONDS", "0");
    return settings;
  }

  /** A key of several lines goes to a file beside this one. */
  static void write(Sandbox sandbox, Path file) throws IOException {
    Path keyFile = file.toAbsolutePath().resolveSibling(KEY_FILE);
    Map<String, String> settings = of(sandbox);
    settings.remove(KALSHI_SECRET);
    settings.put(KALSHI_SECRET + "_FILE", keyFile.toString());
    Files.createDirectories(keyFile.getParent());
    Files.writeString(keyFile, sandbox.credentials().kalshiPem());
    Files.writeString(
        file,
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
            .collect(Collectors.joining()));
  }
}
