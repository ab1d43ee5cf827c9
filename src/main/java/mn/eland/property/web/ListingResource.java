package mn.eland.property.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import mn.eland.property.ListingSearch;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister.Comparables;
import mn.eland.property.ListingView.PricePoint;
import mn.eland.property.PropertyView;
import mn.eland.property.TitleReading;

/** A listing as calls see it. The place is rounded to about a hundred metres until a viewing is agreed. */
record ListingResource(String number, String state, String title, String description, long priceMnt, long pricePerM2Mnt,
                       Instant publishedAt, Property property, List<Picture> pictures) {

    record Property(String registryNo, PropertyView.Kind kind, double areaM2, Integer rooms, Integer floor, Integer floors,
                    Integer yearBuilt, String district, int khoroo, String address, double latitude, double longitude) {

        static Property of(PropertyView view) {
            return new Property(view.registryNo(), view.kind(), view.areaM2(), view.rooms(), view.floor(), view.floors(),
                    view.yearBuilt(), view.district(), view.khoroo(), view.address(), rounded(view.latitude()), rounded(view.longitude()));
        }

        private static double rounded(double degrees) {
            return Math.round(degrees * 1000) / 1000.0;
        }
    }

    /** @param subject facade, plan, room or site */
    record Picture(String href, String subject) {
    }

    record Slice(List<ListingResource> items, long count, String next) {

        static Slice of(ListingSearch.Slice slice) {
            return new Slice(slice.listings().stream().map(ListingResource::of).toList(), slice.count(), slice.next());
        }
    }

    record Price(Instant since, long priceMnt) {
    }

    record Market(long medianPerM2Mnt, int count) {
    }

    /** What the state register said last; never whose name it is. */
    record TitleCheck(String decision, String code, Instant readAt) {
    }

    /** @param market null when there are too few similar properties; @param titleCheck null before the first check */
    record Detail(ListingResource listing, List<Price> prices, Market market, TitleCheck titleCheck) {

        static Detail of(ListingView listing, List<PricePoint> prices, Comparables comparables, TitleReading title) {
            return new Detail(ListingResource.of(listing),
                    prices.stream().map(point -> new Price(point.since(), point.price().tugrug())).toList(),
                    comparables == null ? null : new Market(comparables.medianPerM2().tugrug(), comparables.count()),
                    title == null || title.decision() == null ? null : new TitleCheck(title.decision(), title.code(), title.readAt()));
        }
    }

    static ListingResource of(ListingView view) {
        var subjects = view.property().pictureSubjects();
        return new ListingResource(view.number().number(), view.state().name(), view.title(), view.description(), view.price().tugrug(),
                view.pricePerM2().tugrug(), view.publishedAt(), Property.of(view.property()),
                IntStream.range(0, subjects.size()).mapToObj(i -> new Picture(view.pictures().get(i), subjects.get(i))).toList());
    }
}
