//! Counts per facet value.

use crate::index::{bits::Bits, columns::Columns};

/// For every value of every facet: the number of results if it were chosen, given the words and all *other* facets.
///
/// Results are places: a whole counts once, however many of its parts answer. Within a facet a value is counted on
/// its own, whatever else is chosen there. *Not stated* services are no results and are counted apart.
///
/// Each list runs parallel to the catalogue's list of the same name. Place counts hold local services only:
/// nationwide services answer every place alike and are counted in [`nationwide`](Self::nationwide).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetCounts {
    /// By position in [`Catalogue::types`](crate::catalogue::Catalogue::types).
    pub types: Vec<u32>,
    /// By position in [`Catalogue::audiences`](crate::catalogue::Catalogue::audiences); services for everyone count for each.
    pub audiences: Vec<u32>,
    /// By position in [`Catalogue::regions`](crate::catalogue::Catalogue::regions).
    pub regions: Vec<u32>,
    /// By position in [`Catalogue::municipalities`](crate::catalogue::Catalogue::municipalities).
    pub municipalities: Vec<u32>,
    /// Nationwide services that answer the words and the facets other than place.
    pub nationwide: u32,
    /// Services with no audience stated, given the words and the facets other than audience.
    pub audience_not_stated: u32,
    /// Services with no place stated, given the words and the facets other than place.
    pub place_not_stated: u32,
}

/// What each facet lets through, and the words.
pub(crate) struct Sieves {
    /// Services that match the words, ways in included.
    pub(crate) words: Bits,
    /// Services that match the words and the kinds; ways in only where asked for.
    pub(crate) words_and_types: Bits,
    /// Services that answer the audiences.
    pub(crate) audience: Bits,
    /// Services that answer the places, nationwide ones included.
    pub(crate) place: Bits,
}

impl FacetCounts {
    /// Counts every value of every facet.
    #[inline]
    pub(crate) fn count(columns: &Columns, sieves: &Sieves) -> Self {
        let mut given = sieves.words.clone();
        given.and(&sieves.audience).and(&sieves.place);
        let mut others = OnePerFamily::new(columns, &given);
        let types = others.count_each(&columns.types, &columns.type_seats);

        given.clone_from(&sieves.words_and_types);
        given.and(&sieves.place);
        others = OnePerFamily::new(columns, &given);
        let audiences = others.count_each(&columns.audiences, &columns.audience_seats);
        let audience_not_stated = others.count(&columns.no_audience, &columns.seats.of(&columns.no_audience));

        given.clone_from(&sieves.words_and_types);
        given.and(&sieves.audience);
        others = OnePerFamily::new(columns, &given);
        let nationwide = others.count(&columns.nationwide, &columns.seats.of(&columns.nationwide));
        let place_not_stated = others.count(&columns.no_place, &columns.seats.of(&columns.no_place));
        let (regions, municipalities) = others.count_places();
        Self { types, audiences, regions, municipalities, nationwide, audience_not_stated, place_not_stated }
    }
}

/// Counts places rather than services: singles and families by the machine word.
struct OnePerFamily<'a> {
    columns: &'a Columns,
    given: &'a Bits,
    singles: Bits,
    seats: Bits,
}

impl<'a> OnePerFamily<'a> {
    #[inline]
    fn new(columns: &'a Columns, given: &'a Bits) -> Self {
        let mut singles = given.clone();
        singles.and_not(&columns.in_family);
        Self { columns, given, singles, seats: columns.seats.of(given) }
    }

    /// By value: how many places have it.
    #[inline]
    fn count_each(&self, values: &[Bits], seats: &[Bits]) -> Vec<u32> {
        values.iter().zip(seats).map(|(value, seats)| self.count(value, seats)).collect()
    }

    /// How many places have a value; `seats`: those of its services.
    #[inline]
    fn count(&self, value: &Bits, seats: &Bits) -> u32 {
        let standing = self.columns.seats.standing.chunk_by(|a, b| a.0 == b.0);
        let has = |(_, member): &(u32, u32)| self.given.contains(*member as usize) && value.contains(*member as usize);
        let standing: u32 = standing.map(|family| u32::from(family.iter().any(has))).sum();
        self.singles.count_and(value) + self.columns.seats.families(&self.seats, seats) + standing
    }

    /// By region and by municipality, in one pass: there are many municipalities, and a service lies in one.
    #[inline]
    fn count_places(&self) -> (Vec<u32>, Vec<u32>) {
        let mut municipalities = vec![0; self.columns.municipalities()];
        let mut regions = vec![0; self.columns.regions()];
        self.singles.for_each(|single| {
            if let Some(m) = self.columns.municipality(single)
                && let Some(count) = municipalities.get_mut(m)
            {
                *count += 1;
            }
        });
        // Singles of a region are those of its municipalities; families are counted once in each.
        for (m, count) in municipalities.iter().enumerate() {
            if let Some(region) = self.columns.region(m).and_then(|r| regions.get_mut(r)) {
                *region += count;
            }
        }
        for (_, family) in self.columns.families() {
            let given = || family.iter().filter(|(_, member)| self.given.contains(*member as usize));
            let places = || given().filter_map(|(_, member)| self.columns.municipality(*member as usize));
            let regions_of = || places().filter_map(|m| self.columns.region(m));
            count_distinct(places, &mut municipalities);
            count_distinct(regions_of, &mut regions);
        }
        (regions, municipalities)
    }
}

/// Adds one for each distinct value. Families are small: looking back is cheaper than remembering.
#[inline]
fn count_distinct<I: Iterator<Item = usize>>(values: impl Fn() -> I, counts: &mut [u32]) {
    for (i, value) in values().enumerate() {
        if values().take(i).all(|earlier| earlier != value)
            && let Some(count) = counts.get_mut(value)
        {
            *count += 1;
        }
    }
}
