package io.jinlin.contract.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Any card is read again; any text gets an answer; a seal opens for its own card alone. */
class CardPropertiesTest {
  @Property
  void everySecretIsReadAsItWasPrinted(@ForAll @Size(CardCode.SECRET_BYTES) byte[] secret) {
    CardCode code = CardCode.ofSecret(secret);
    assertThat(CardCode.read(code.text())).isEqualTo(new CardReading.Card(code));
  }

  @Property
  void anyTextGetsAnAnswer(@ForAll String text) {
    assertThat(CardCode.read(text)).isNotNull();
    assertThat(CardCode.read("J1" + text)).isNotNull();
    assertThat(CardRef.parse(text)).isNotNull();
  }

  @Property
  void everyReferenceIsReadAsItWasWritten(@ForAll long high, @ForAll long low) {
    CardRef ref = new CardRef(high, low);
    assertThat(CardRef.parse(ref.text())).contains(ref);
    assertThat(CardRef.of(ref.bytes())).isEqualTo(ref);
  }

  @Property
  void aSealedEntryOpensForItsCardAndHasOneLength(
      @ForAll @Size(max = Seal.MAX_CONTENT_BYTES) byte[] content,
      @ForAll long version,
      @ForAll Random random) {
    CardKeys keys = CardCode.random(random).keys("jinlin");
    byte[] sealed = Seal.seal(keys, version, content, random);
    assertThat(sealed).hasSize(Seal.SEALED_BYTES);
    assertThat(Seal.open(keys, version, sealed)).contains(content);
  }

  @Property
  void aBitThatFlippedOpensNothing(@ForAll Random random) {
    CardKeys keys = CardCode.random(random).keys("jinlin");
    byte[] sealed = Seal.seal(keys, 3, new byte[40], random);
    sealed[random.nextInt(sealed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    assertThat(Seal.open(keys, 3, sealed)).isEmpty();
  }

  @Property
  void anotherCardSiteOrVersionOpensNothing(@ForAll Random random) {
    CardCode code = CardCode.random(random);
    byte[] sealed = Seal.seal(code.keys("jinlin"), 3, new byte[40], random);
    assertThat(Seal.open(CardCode.random(random).keys("jinlin"), 3, sealed)).isEmpty();
    assertThat(Seal.open(code.keys("elsewhere"), 3, sealed)).isEmpty();
    assertThat(Seal.open(code.keys("jinlin"), 4, sealed)).isEmpty();
    CardKeys renamed = CardKeys.of(new CardRef(1, 2), code.keys("jinlin").key());
    assertThat(Seal.open(renamed, 3, sealed)).isEmpty();
  }

  @Property
  void anyBytesOpenToNothing(@ForAll byte[] bytes, @ForAll Random random) {
    assertThat(Seal.open(CardCode.random(random).keys("jinlin"), 1, bytes)).isEmpty();
  }
}
