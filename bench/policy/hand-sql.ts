/**
 * W1 written by hand as one query, for PostgreSQL and DuckDB alike, in whole fen. The members are summed up once, with
 * the deduction of both standards, before they meet their household: of the plans tried this was the fastest.
 */

export const handSql = `
  with people as (
    select household,
      count(*)::integer as members,
      sum(wage + pension + other_income)::integer as income,
      sum(case when employed = 1 then least(wage, 28200) else 0 end)::integer as urban_deduction,
      sum(case when employed = 1 then least(wage, 21600) else 0 end)::integer as rural_deduction,
      sum((case when age >= 70 or age < 18 then 1 else 0 end)
        + (case when grade in (1, 2) or ill = 1 then 2 else 0 end))::integer as supplement_tenths,
      sum(case when grade in (1, 2) or ill = 1 or (grade = 3 and kind in (5, 6)) then 1 else 0 end)::integer as singles
    from member
    group by household
  ), known as (
    select id, deposits, vehicles, homes, members, supplement_tenths, singles,
      case when urban = 1 then 94000 else 72000 end as standard,
      case when urban = 1 then income - urban_deduction else income - rural_deduction end as income
    from household join people on household = id
  ), tested as (
    select id, standard, standard * members as family_standard, income, supplement_tenths, singles,
      deposits <= 24 * standard * members and vehicles = 0 and homes <= 1 as property_fits
    from known
  ), placed as (
    select id, standard, singles,
      family_standard - income + supplement_tenths * case when standard = 94000 then 9400 else 7200 end as due,
      case
        when not property_fits then 0
        when income < family_standard then 1
        when 2 * income > 3 * family_standard then 0
        when singles > 0 then 2
        else 3
      end as category
    from tested
  )
  select id as household,
    case category
      when 1 then due + 99 - (due + 99) % 100
      when 2 then singles * standard
      else 0
    end as grant_fen,
    category::smallint as category
  from placed`
