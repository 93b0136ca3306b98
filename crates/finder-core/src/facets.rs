//! Counts per facet value.

/// For every value of every facet: the number of results if it were chosen, given the words and all *other* facets.
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
