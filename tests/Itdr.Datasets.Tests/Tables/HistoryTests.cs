using CsCheck;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Tests.Tables;

public class HistoryTests
{
    private static readonly Gen<Interaction> Rows =
        Gen.Select(Gen.Int[0, 8], Gen.Int[1, 5], Gen.Long[0, 4]).Select(static (item, rating, time) => new Interaction(item, rating, time));

    [Fact]
    public void The_order_of_the_rows_is_of_no_account() =>
        Gen.Select(Rows.Array[0, 30], Gen.Int[0, int.MaxValue]).Sample(static (rows, seed) =>
        {
            var shuffled = rows.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(UserHistory.FromRows("u", 1, [.. rows]).Interactions, UserHistory.FromRows("u", 1, shuffled).Interactions);
        });

    [Fact]
    public void Every_item_stays_once_with_its_earliest_time() =>
        Rows.Array[0, 30].Sample(static rows =>
        {
            var history = UserHistory.FromRows("u", 1, [.. rows]).Interactions;
            var earliest = rows.GroupBy(static row => row.Item).ToDictionary(static row => row.Key, static row => row.Min(static one => one.Time));
            Assert.Equal(earliest.OrderBy(static pair => pair.Value).ThenBy(static pair => pair.Key).Select(static pair => pair.Key), history.Select(static row => row.Item));
            Assert.All(history, row => Assert.Equal(earliest[row.Item], row.Time));
        });

    [Fact]
    public void Of_two_ratings_of_one_item_at_one_time_the_higher_stays()
    {
        var history = UserHistory.FromRows("u", 1, [new(1, 2, 7), new(1, 4, 7), new(1, 3, 7)]);
        Assert.Equal([new Interaction(1, 4, 7)], history.Interactions);
    }
}
