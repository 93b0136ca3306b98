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
    pub(crate) fn count(columns: &Columns, sieves: &Sieves) -> Self {
        let mut given = sieves.words.clone();
        given.and(&sieves.audience).and(&sieves.place);
        let mut others = OnePerFamily::new(columns, &given);
        let types = columns.types.iter().map(|value| others.count(value)).collect();

        given.clone_from(&sieves.words_and_types);
        given.and(&sieves.place);
        others = OnePerFamily::new(columns, &given);
        let audiences = columns.audiences.iter().map(|value| others.count(value)).collect();
        let audience_not_stated = others.count(&columns.no_audience);

        given.clone_from(&sieves.words_and_types);
        given.and(&sieves.audience);
        others = OnePerFamily::new(columns, &given);
        let nationwide = others.count(&columns.nationwide);
        let place_not_stated = others.count(&columns.no_place);
        let (regions, municipalities) = others.count_places();
        Self { types, audiences, regions, municipalities, nationwide, audience_not_stated, place_not_stated }
    }
}

/// Counts places rather than services: singles by the word, families one by one.
struct OnePerFamily<'a> {
    columns: &'a Columns,
    singles: Bits,
    /// Members of families that passed, with their whole; grouped by whole.
    members: Vec<(u32, u32)>,
}

impl<'a> OnePerFamily<'a> {
    fn new(columns: &'a Columns, given: &Bits) -> Self {
        let mut singles = given.clone();
        singles.and_not(&columns.in_family);
        let members = columns.families.iter().filter(|(_, m)| given.contains(*m as usize)).copied().collect();
        Self { columns, singles, members }
    }

    fn count(&self, value: &Bits) -> u32 {
        let mut count = self.singles.count_and(value);
        let mut counted = None;
        for (whole, member) in &self.members {
            if counted != Some(*whole) && value.contains(*member as usize) {
                counted = Some(*whole);
                count += 1;
            }
        }
        count
    }

    /// By region and by municipality, in one pass: there are many municipalities, and a service lies in one.
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
        for family in self.members.chunk_by(|a, b| a.0 == b.0) {
            let places = || family.iter().filter_map(|(_, member)| self.columns.municipality(*member as usize));
            let regions_of = || places().filter_map(|m| self.columns.region(m));
            count_distinct(places, &mut municipalities);
            count_distinct(regions_of, &mut regions);
        }
        (regions, municipalities)
    }
}

/// Adds one for each distinct value. Families are small: looking back is cheaper than remembering.
fn count_distinct<I: Iterator<Item = usize>>(values: impl Fn() -> I, counts: &mut [u32]) {
    for (i, value) in values().enumerate() {
        if values().take(i).all(|earlier| earlier != value)
            && let Some(count) = counts.get_mut(value)
        {
            *count += 1;
        }
    }
}
