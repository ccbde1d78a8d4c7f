package io.healthconnect.bootstrap.settings;

import io.healthconnect.cloudinary.CloudinaryAddress;
import io.healthconnect.edge.address.TrustedProxies;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the server listens, who may reach it, and where it stores data. */
public final class ServerSettings {
  public static final Setting<Integer> PORT =
      Setting.of(
          "PORT",
          SettingType.number(0, 65535),
          "8080",
          "the port of REST, signaling and the web client; 0 means any free port");
  public static final Setting<String> HOST =
      Setting.of(
          "HOST",
          SettingType.text("a host name or IP address", "[A-Za-z0-9.:_-]{1,255}"),
          "127.0.0.1",
          "the address to listen on; 0.0.0.0 means all");
  public static final Setting<Path> DATA_DIR =
      Setting.of("DATA_DIR", SettingType.folder(), "./data", "the folder for all data");
  public static final Setting<Optional<String>> MONGODB_URI =
      Setting.secret(
          "MONGODB_URI",
          SettingType.text("a mongodb:// or mongodb+srv:// address", "mongodb(\\+srv)?://\\S+"),
          "unset: SQLite in DATA_DIR",
          "the replica set that many nodes share, with the name of the database");
  public static final Setting<Optional<String>> NODE_NAME =
      Setting.optional(
          "NODE_NAME",
          SettingType.text("1 to 16 letters and digits", "[A-Za-z0-9]{1,16}"),
          "unset: a single node",
          "begins the ids of polling sessions, so that a proxy finds their node; another one on"
              + " every node");
  public static final Setting<Optional<CloudinaryAddress>> CLOUDINARY_URL =
      Setting.secret(
          "CLOUDINARY_URL",
          new SettingType<>(CloudinaryAddress.ALLOWED, CloudinaryAddress::parse),
          "unset: images stay in the store",
          "the account at Cloudinary that new images go to; the same on every node");
  public static final Setting<Optional<URI>> PUBLIC_URL =
      Setting.optional(
          "PUBLIC_URL",
          WebAddress.site(),
          "unset: local",
          "the URL that people type; https enables secure cookies and HSTS");
  public static final Setting<Optional<URI>> SIGNALING_URL =
      Setting.optional(
          "SIGNALING_URL",
          WebAddress.signaling(),
          "unset: the same as REST",
          "where clients connect for signaling");
  public static final Setting<Optional<List<String>>> ALLOWED_ORIGINS =
      Setting.optional(
          "ALLOWED_ORIGINS",
          WebAddress.origin().list(),
          "unset: only this site",
          "other sites and apps whose pages may use this server");
  public static final Setting<Optional<List<String>>> TRUSTED_PROXIES =
      Setting.optional(
          "TRUSTED_PROXIES",
          new SettingType<>(
                  "an IP address or CIDR range such as 10.0.0.0/8 (no bits set behind the prefix)",
                  TrustedProxies::range)
              .list(),
          "unset: none",
          "proxies whose X-Forwarded-For and X-Forwarded-Proto are trusted");
  public static final Setting<Optional<Integer>> METRICS_PORT =
      Setting.optional(
          "METRICS_PORT",
          SettingType.number(0, 65535),
          "unset: no metrics",
          "the port of Prometheus metrics; 0 means any free port");
  public static final Setting<String> METRICS_HOST =
      Setting.of(
          "METRICS_HOST",
          SettingType.text("a host name or IP address", "[A-Za-z0-9.:_-]{1,255}"),
          "127.0.0.1",
          "the address that metrics are served at; they name no people, but keep them from the"
              + " internet");
  public static final Setting<Boolean> HSTS_SUBDOMAINS =
      Setting.of(
          "HSTS_SUBDOMAINS",
          SettingType.oneOf("on", "off"),
          "off",
          "whether HSTS covers the subdomains of PUBLIC_URL too");

  static final List<Setting<?>> ALL =
      List.of(
          PORT,
          HOST,
          DATA_DIR,
          MONGODB_URI,
          NODE_NAME,
          CLOUDINARY_URL,
          PUBLIC_URL,
          SIGNALING_URL,
          ALLOWED_ORIGINS,
          TRUSTED_PROXIES,
          METRICS_PORT,
          METRICS_HOST,
          HSTS_SUBDOMAINS);

  private ServerSettings() {}
}
