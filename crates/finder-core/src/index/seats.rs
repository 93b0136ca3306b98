//! Families of services (a whole and its parts) as bits, so that places are counted a machine word at a time.

use super::bits::Bits;

/// Most members a seated family has: it must fit into one machine word.
const MOST: usize = 64;

/// Each member of a family has a seat; a family's seats lie side by side within one machine word.
#[derive(Debug, Default)]
pub(crate) struct Seats {
    /// By seat: the service, or [`u32::MAX`] where nobody sits.
    members: Vec<u32>,
    /// All seats of each family but the last.
    inner: Bits,
    /// The last seat of each family.
    last: Bits,
    /// (whole, member) of families that are too large for a word: they stand.
    pub(crate) standing: Vec<(u32, u32)>,
}

impl Seats {
    /// `families`: (whole, member), sorted.
    pub(crate) fn new(families: &[(u32, u32)]) -> Self {
        let mut seats = Self::default();
        let mut lasts = Vec::new();
        for family in families.chunk_by(|a, b| a.0 == b.0) {
            if family.len() > MOST {
                seats.standing.extend(family);
                continue;
            }
            let free = MOST - seats.members.len() % MOST;
            if free < family.len() {
                seats.members.resize(seats.members.len() + free, u32::MAX);
            }
            seats.members.extend(family.iter().map(|(_, member)| *member));
            lasts.push(seats.members.len() - 1);
        }
        seats.last = Bits::none(seats.members.len());
        lasts.iter().for_each(|last| seats.last.insert(*last));
        seats.inner = seats.of_all();
        seats.inner.and_not(&seats.last);
        seats
    }

    fn of_all(&self) -> Bits {
        self.where_member(|_| true)
    }

    /// The seats of those of the services that have one.
    pub(crate) fn of(&self, services: &Bits) -> Bits {
        self.where_member(|member| services.contains(member))
    }

    fn where_member(&self, sits: impl Fn(usize) -> bool) -> Bits {
        let mut bits = Bits::none(self.members.len());
        for (seat, member) in self.members.iter().enumerate() {
            if *member != u32::MAX && sits(*member as usize) {
                bits.insert(seat);
            }
        }
        bits
    }

    /// In how many families somebody sits in both sets of seats.
    #[inline]
    pub(crate) fn families(&self, a: &Bits, b: &Bits) -> u32 {
        // Within a family's bits, adding the inner ones to what is taken of them carries into the last seat's bit if there
        // is anything to carry, and never beyond.
        let sets = a.words().iter().zip(b.words()).zip(self.inner.words().iter().zip(self.last.words()));
        sets.map(|((a, b), (inner, last))| {
            let taken = a & b;
            (((taken & inner).wrapping_add(*inner) | taken) & last).count_ones()
        })
        .sum()
    }

    /// Memory taken, in bytes.
    pub(crate) fn bytes(&self) -> usize {
        self.members.len() * 4 + self.inner.bytes() + self.last.bytes() + self.standing.len() * 8
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn families_are_counted_once(
            sizes in prop::collection::vec(1_u32..70, 0..40),
            a in prop::collection::vec(any::<bool>(), 2800),
            b in prop::collection::vec(any::<bool>(), 2800),
        ) {
            let mut families = Vec::new();
            let mut next = 0;
            for size in &sizes {
                families.extend((next..next + size).map(|member| (next, member)));
                next += size;
            }
            let bits = |chosen: &[bool]| {
                let mut bits = Bits::none(chosen.len());
                chosen.iter().enumerate().filter(|(_, is_in)| **is_in).for_each(|(at, _)| bits.insert(at));
                bits
            };
            let seats = Seats::new(&families);
            let (of_a, of_b) = (seats.of(&bits(&a)), seats.of(&bits(&b)));
            let both = |member: &(u32, u32)| a[member.1 as usize] && b[member.1 as usize];
            let plain = families.chunk_by(|x, y| x.0 == y.0).filter(|f| f.len() <= MOST && f.iter().any(both)).count();
            prop_assert_eq!(seats.families(&of_a, &of_b) as usize, plain);
            let standing: Vec<_> = families.chunk_by(|x, y| x.0 == y.0).filter(|f| f.len() > MOST).flatten().copied().collect();
            prop_assert_eq!(&seats.standing, &standing);
        }
    }
}
