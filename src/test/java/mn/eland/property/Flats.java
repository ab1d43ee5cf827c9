package mn.eland.property;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.property.PropertyRegister.ListingDraft;
import mn.eland.property.PropertyView.Kind;

/** Builds drafts of listings in the words of the domain: {@code aFlat().ownedBy(bat).listedFor(285_000_000)}. */
public final class Flats {

    public static final PartyId TEMUULEN = new PartyId(new UUID(0, 1));
    public static final PartyId ENKHJIN = new PartyId(new UUID(0, 3));
    public static final PartyId AGENT = new PartyId(new UUID(0, 4));

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int number = NUMBERS.incrementAndGet();
    private PartyId seller = TEMUULEN;
    private String registryNo = "Ү-22980%05d".formatted(number);
    private String certificateNo = "%09d".formatted(900_000 + number);
    private String parcelNo = "1119%08d".formatted(number);
    private Kind kind = Kind.APARTMENT;
    private double areaM2 = 62;
    private Integer rooms = 2;
    private Integer floor = 4;
    private Integer floors = 9;
    private Integer yearBuilt = 1990;
    private String district = "SBD";
    private int khoroo = 1;
    private String address = "Сүхбаатар дүүрэг, 1-р хороо, Сөүлийн гудамж " + number;
    private String title = "2 өрөө байр";
    private long price = 285_000_000;

    public static Flats aFlat() {
        return new Flats();
    }

    public static CaseRef aListingNumber() {
        return CaseRef.of("L-2026-%06d".formatted(500_000 + NUMBERS.incrementAndGet()));
    }

    public static CaseRef aSaleNumber() {
        return CaseRef.of("S-2026-%06d".formatted(500_000 + NUMBERS.incrementAndGet()));
    }

    public Flats ownedBy(PartyId owner) {
        seller = owner;
        return this;
    }

    public Flats registeredAs(String registryNo, String certificateNo, String parcelNo) {
        this.registryNo = registryNo;
        this.certificateNo = certificateNo;
        this.parcelNo = parcelNo;
        return this;
    }

    public Flats in(String district, String address) {
        this.district = district;
        this.address = address;
        return this;
    }

    public Flats ofKind(Kind kind) {
        this.kind = kind;
        return this;
    }

    public Flats withArea(double areaM2) {
        this.areaM2 = areaM2;
        return this;
    }

    public Flats withRooms(int rooms) {
        this.rooms = rooms;
        return this;
    }

    public Flats builtIn(int year) {
        yearBuilt = year;
        return this;
    }

    public Flats onFloor(Integer floor, Integer floors) {
        this.floor = floor;
        this.floors = floors;
        return this;
    }

    public Flats inKhoroo(int khoroo) {
        this.khoroo = khoroo;
        return this;
    }

    public Flats entitled(String title) {
        this.title = title;
        return this;
    }

    public ListingDraft listedFor(long tugrug) {
        price = tugrug;
        return draft();
    }

    public ListingDraft draft() {
        return new ListingDraft(seller, AGENT, registryNo, certificateNo, parcelNo, kind, areaM2, rooms, floor, floors, yearBuilt,
                district, khoroo, address, null, null, title, "Нар сайн тусна.", Money.of(price));
    }
}
