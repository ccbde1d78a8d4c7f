package io.healthconnect.testkit.push;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The examples of the standards. */
final class PushReceiverTest {
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  /** RFC 8291, section 5. */
  private static final String BODY =
      "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
          + "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexS"
          + "gSxsj_Qulcy4a-fN";

  private static final String PRIVATE_KEY = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";

  private static PushReceiver receiver() throws GeneralSecurityException {
    AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    PrivateKey key =
        KeyFactory.getInstance("EC")
            .generatePrivate(
                new ECPrivateKeySpec(
                    new BigInteger(1, DECODER.decode(PRIVATE_KEY)),
                    curve.getParameterSpec(ECParameterSpec.class)));
    return new PushReceiver(
        key,
        DECODER.decode(Subscriptions.KEYS.p256dh()),
        DECODER.decode(Subscriptions.KEYS.auth()));
  }

  @Test
  void decryptsTheExampleOfTheStandard() throws GeneralSecurityException {
    assertEquals(
        "When I grow up, I want to be a watermelon", receiver().decrypt(DECODER.decode(BODY)));
  }

  @Test
  void refusesWhatWasChanged() {
    byte[] changed = DECODER.decode(BODY);
    changed[changed.length - 1] ^= 1;
    assertThrows(GeneralSecurityException.class, () -> receiver().decrypt(changed));
  }

  /** RFC 8292, section 2.4. */
  @Test
  void checksTheSignatureOfTheExampleOfTheStandard() throws GeneralSecurityException {
    String header =
        "vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiL"
            + "CJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDqu"
            + "ptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA, "
            + "k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2E"
            + "mClBPs";
    VapidCheck sender = VapidCheck.of(header);
    assertEquals("https://push.example.net", sender.claim("aud"));
    assertEquals("1453523768", sender.claim("exp"));
    assertEquals("mailto:push@example.com", sender.claim("sub"));
    assertThrows(
        GeneralSecurityException.class,
        () ->
            VapidCheck.of(
                header.replace("JpiUf", "JpiUg").replace("oA,", "oB,").replace(".i3C", ".i3D")));
  }
}
