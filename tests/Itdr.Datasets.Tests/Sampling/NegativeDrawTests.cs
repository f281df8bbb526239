using CsCheck;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Tests.Sampling;

public class NegativeDrawTests
{
    /// <summary>Items 0 to 39; every third shares its title with the one 20 further on, and item 39 occurs in no row.</summary>
    private static readonly ItemTable Items = ItemTable.Of(Enumerable.Range(0, 40).Select(static id => new CatalogItem(
        StableHash.Text(id), id % 3 == 0 ? (id < 20 ? $"Title {id % 20}" : $"TITLE {id % 20}") : $"Own {id}", [id % 2 == 0 ? "even" : "odd", id < 4 ? "few" : "many"])));

    private static readonly long[] Rows = [.. Enumerable.Range(0, 40).Select(static id => id == 39 ? 0L : id + 1)];

    private static NegativeDraw Draw(NegativeSampling sampling, int[] touched, int[] positives, ulong seed) => new(
        new NegativePool(Items, Rows, sampling), UserHistory.FromRows("u", 0, [.. touched.Select(static item => new Interaction(item, 5, item))]), positives, new SeededRandom(seed));

    [Theory]
    [InlineData(NegativeSampling.Uniform)]
    [InlineData(NegativeSampling.Popularity)]
    [InlineData(NegativeSampling.SameCategory)]
    public void No_negative_was_touched_or_has_a_title_that_is_taken(NegativeSampling sampling) =>
        Gen.Select(Gen.Int[0, 38].HashSet[1, 20], Gen.ULong).Sample((touched, seed) =>
        {
            int[] all = [.. touched.Order()];
            var negatives = Draw(sampling, all, all[..1], seed).Take(5);
            Assert.NotNull(negatives);
            Assert.DoesNotContain(39, negatives);
            var titles = negatives.Concat(all).Select(item => Items[item].Title);
            var known = all.Select(item => Items[item].Title).Distinct(StringComparer.OrdinalIgnoreCase).Count();
            Assert.Equal(known + 5, titles.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        });

    [Fact]
    public void A_user_who_left_one_item_gets_that_one()
    {
        int[] touched = [.. Enumerable.Range(0, 39).Where(static item => item != 7)];
        Assert.Equal([7], Draw(NegativeSampling.Uniform, touched, [0], 1).Take(1)!);
        Assert.Null(Draw(NegativeSampling.Uniform, touched, [0], 1).Take(2));
    }

    [Fact]
    public void Every_free_item_is_drawn_about_as_often()
    {
        var counts = Enumerable.Range(0, 38_000).Select(static seed => Draw(NegativeSampling.Uniform, [0], [0], (ulong)seed).Take(1)![0]).CountBy(static item => item).ToDictionary();
        Assert.Equal(38, counts.Count);
        Assert.All(counts.Values, static count => Assert.InRange(count, 850, 1150));
    }

    [Fact]
    public void Popularity_draws_an_item_as_often_as_it_has_rows()
    {
        var counts = Enumerable.Range(0, 40_000).Select(static seed => Draw(NegativeSampling.Popularity, [0], [0], (ulong)seed).Take(1)![0]).CountBy(static item => item).ToDictionary();
        Assert.InRange(counts[38] / (double)counts[18], 1.7, 2.5);
    }

    [Fact]
    public void The_same_category_is_kept_while_it_lasts_and_then_left_and_counted()
    {
        var items = ItemTable.Of([new("1", "A", ["x"]), new("2", "B", ["x"]), new("3", "C", ["y"]), new("4", "D", [])]);
        var user = UserHistory.FromRows("u", 0, [new(0, 5, 1)]);
        var exhausted = new NegativeDraw(new NegativePool(items, [1, 1, 1, 1], NegativeSampling.SameCategory), user, [0], new SeededRandom(3));
        var negatives = exhausted.Take(3)!;
        Assert.Equal(1, negatives[0]);
        Assert.Equal([2, 3], negatives[1..].Order());
        Assert.Equal(2, exhausted.OtherCategories);
    }
}
