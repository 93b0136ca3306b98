//! What else there is nearby.

use super::{Catalogue, ServiceArea, ServiceIx};

impl Catalogue {
    /// Services that share a kind with this one, in its municipality first, then in the neighbouring ones; at most `most`.
    /// Neither its own parts nor social service offices.
    #[must_use]
    pub fn similar_nearby(&self, ix: ServiceIx, most: usize) -> Vec<ServiceIx> {
        let Some(service) = self.service(ix) else { return Vec::new() };
        let ServiceArea::Municipality(home) = service.area else { return Vec::new() };
        let neighbours = self.municipality(home).map(|place| place.neighbours.as_slice()).unwrap_or_default();
        let similar = |place: &dyn Fn(ServiceArea) -> bool| {
            let found = self.services.iter().enumerate().filter(|(at, other)| {
                place(other.area)
                    && *at != ix.get()
                    && other.part_of != Some(ix)
                    && other.types.iter().any(|kind| service.types.contains(kind))
                    && !self.is_way_in(other)
            });
            found.map(|(at, _)| ServiceIx::new(at)).take(most).collect::<Vec<_>>()
        };
        let mut found = similar(&|area| area == service.area);
        found.extend(similar(&|area| matches!(area, ServiceArea::Municipality(at) if neighbours.contains(&at))));
        found.truncate(most);
        found
    }
}
