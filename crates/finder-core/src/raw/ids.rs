//! Positions by id.

/// Ids in the order they were added, found by a table of hashes.
///
/// Of our own, since each map of the standard library costs the widget some 5 kB, and a tree's nodes more time than this.
/// Hashing is not secret: whoever writes a catalogue that is slow to load harms their own page.
#[derive(Debug, Default)]
pub(crate) struct Ids<'a> {
    names: Vec<&'a str>,
    /// Positions among the names, plus one; 0 is empty. A power of two long, at most half full.
    slots: Vec<u32>,
}

impl<'a> Ids<'a> {
    /// The ids in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.names.iter().copied()
    }

    /// The position of `id`.
    pub(crate) fn get(&self, id: &str) -> Option<usize> {
        self.find(id).ok()
    }

    /// Adds `id` at the next position. `false`: it was there already, and nothing was added.
    pub(crate) fn add(&mut self, id: &'a str) -> bool {
        if (self.names.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let Err(slot) = self.find(id) else { return false };
        self.names.push(id);
        self.fill(slot, self.names.len());
        true
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(64)];
        for position in 0..self.names.len() {
            let slot = self.names.get(position).and_then(|name| self.find(name).err());
            self.fill(slot.unwrap_or_default(), position + 1);
        }
    }

    fn fill(&mut self, slot: usize, position: usize) {
        if let (Some(slot), Ok(position)) = (self.slots.get_mut(slot), u32::try_from(position)) {
            *slot = position;
        }
    }

    /// The position of `id`, or the slot it would have.
    fn find(&self, id: &str) -> Result<usize, usize> {
        // FNV-1a; the high bits are the better mixed ones.
        let hash = id
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        let mask = self.slots.len().wrapping_sub(1);
        let mut slot = (hash >> 20) as usize & mask;
        loop {
            match self.slots.get(slot) {
                None | Some(0) => return Err(slot),
                Some(position) => {
                    let position = *position as usize - 1;
                    if self.names.get(position).is_some_and(|name| *name == id) {
                        return Ok(position);
                    }
                }
            }
            slot = (slot + 1) & mask;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_is_found_where_it_was_added() {
        let names: Vec<String> = (0..5000).map(|i| format!("id-{}", i * 7 % 4000)).collect();
        let mut ids = Ids::default();
        assert_eq!(ids.get("id-0"), None);
        let added: Vec<&String> = names.iter().filter(|name| ids.add(name)).collect();
        assert_eq!(added.len(), 4000);
        for (position, name) in added.iter().enumerate() {
            assert_eq!(ids.get(name), Some(position));
        }
        assert_eq!(ids.get("id-4000"), None);
        assert_eq!(ids.names().count(), 4000);
    }
}
